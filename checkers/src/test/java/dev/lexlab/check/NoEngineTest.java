package dev.lexlab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.check.environment.Environment;
import dev.lexlab.check.environment.EnvironmentKind;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.pipeline.GradingPipeline;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.GraderClass;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Trees;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine without an engine still finds out, and how it says what it cannot. */
@SuppressWarnings("DoNotCallSuggester") // nobody but the engine calls a check
class NoEngineTest {
    private static final Map<String, String> NO_ENGINE = Engine.switchedOff(Map.of());
    private static final Path SUBMISSIONS = Path.of("src/test/submissions");

    private final Course course = Course.around(Path.of("")).orElseThrow();

    @TempDir
    Path folder;

    static final class Mixed {
        @Check("asks-a-machine")
        void asksAMachine(@Named("visitor") Machine visitor) {
            visitor.run("true");
        }

        @Check("looks-at-a-file")
        void looksAtAFile(Submission work) {
            throw Failure.of("it says " + work.file(TestLab.FILE).text());
        }

        @Check("passes")
        void passes(Submission work) {
            work.file(TestLab.FILE).text();
        }
    }

    @Test
    void checksThatNeedNoMachineAreGradedAsUsual() throws Exception {
        Files.writeString(folder.resolve(TestLab.FILE), "nothing");
        TaskDefinition task = TestLab.onAMachine(
                Mixed.class,
                "visitor",
                TestLab.check("asks-a-machine"),
                TestLab.check("looks-at-a-file"),
                TestLab.check("passes"));
        Assignment assignment = new Assignment(TestLab.lab(task), task, Intake.take(folder, task), 1);
        try (Servers servers = Servers.asAvailable(course, NO_ENGINE, step -> {});
                Grader grader = new Grader();
                Environment environment =
                        servers.environment(task, assignment.submission().submission())) {
            Map<String, CheckResult> results = grader.grade(
                            assignment, GraderClass.of(task), environment, (number, of) -> {})
                    .results();

            assertThat(servers.kind(task)).isEqualTo(EnvironmentKind.NONE);
            assertThat(results.values())
                    .extracting(CheckResult::id, CheckResult::verdict)
                    .containsExactlyInAnyOrder(
                            tuple("asks-a-machine", Verdict.ERROR),
                            tuple("looks-at-a-file", Verdict.FAILED),
                            tuple("passes", Verdict.PASSED));
        }
    }

    @Test
    void theOthersBlameNobodyAndNameTheLabToSetUp() throws Exception {
        Grade grade = grade("rabbitmq", course.labs().resolve("rabbitmq/starter/topics"));

        assertThat(grade.environment()).isEqualTo("none");
        assertThat(grade.exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(grade.checks()).extracting(CheckResult::verdict).containsOnly(Verdict.ERROR);
        Feedback feedback = grade.checks().get(0).feedback().orElseThrow();
        assertThat(feedback.summary()).startsWith("no container engine is ");
        assertThat(feedback.next())
                .contains(
                        System.getProperty("os.name").startsWith("Linux")
                                ? "./lexlab setup rabbitmq"
                                : "start Docker Desktop");
    }

    @Test
    void aMissingFileIsToldAllTheSame() throws Exception {
        Grade grade = grade("rabbitmq", folder);

        assertThat(grade.exitCode()).isEqualTo(ExitCode.NO);
        assertThat(grade.checks()).extracting(CheckResult::verdict).containsOnly(Verdict.INVALID, Verdict.BLOCKED);
    }

    @Test
    void aDockerfileIsReadBeforeTheEngineIsMissed() throws Exception {
        Trees.copy(SUBMISSIONS.resolve("containers/package-it/solution"), folder, inside -> true);
        assertThat(grade("containers", folder).checks())
                .extracting(CheckResult::verdict)
                .containsOnly(Verdict.ERROR);

        Path dockerfile = folder.resolve("Dockerfile");
        int lines = Files.readAllLines(dockerfile).size();
        Files.writeString(dockerfile, "FETCH it\n", StandardOpenOption.APPEND);
        Grade grade = grade("containers", folder);

        assertThat(grade.exitCode()).isEqualTo(ExitCode.NO);
        CheckResult first = grade.checks().get(0);
        assertThat(first.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(first.feedback().orElseThrow().place().orElseThrow())
                .hasToString("Dockerfile:" + (lines + 1) + ":1");
    }

    @Test
    void anEngineThatSomebodyNamedIsReplacedByNothing() throws Exception {
        Map<String, String> named = Map.of("DOCKER_HOST", "tcp://127.0.0.1:1");
        try (Servers servers = Servers.asAvailable(course, named, step -> {})) {
            TaskDefinition task = lab("postgres").tasks().get(0);

            assertThatThrownBy(() -> servers.kind(task))
                    .isInstanceOf(CannotGrade.class)
                    .hasMessageStartingWith("DOCKER_HOST says ");
        }
    }

    @Test
    void nothingReplacesAnEngineThatIsRequired() throws Exception {
        try (Servers servers = Servers.inContainers(course, NO_ENGINE, step -> {})) {
            TaskDefinition task = lab("postgres").tasks().get(0);

            assertThatThrownBy(() -> servers.kind(task)).isInstanceOf(CannotGrade.class);
        }
    }

    private Grade grade(String lab, Path work) throws Exception {
        LabDefinition definition = lab(lab);
        try (Servers servers = Servers.asAvailable(course, NO_ENGINE, step -> {});
                Grader grader = new Grader()) {
            return new GradingPipeline(course, grader, servers, (number, of) -> {})
                    .grade(definition, definition.tasks().get(0), work, 1)
                    .grade();
        }
    }

    private LabDefinition lab(String id) {
        List<LabDefinition> labs = new LabReader(course, new Problems()).readAll();
        return labs.stream().filter(lab -> lab.id().equals(id)).findFirst().orElseThrow();
    }
}
