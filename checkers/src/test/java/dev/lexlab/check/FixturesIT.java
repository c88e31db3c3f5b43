package dev.lexlab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.pipeline.GradingPipeline;
import dev.lexlab.check.run.Grader;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.ResultJson;
import dev.lexlab.lab.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The graders themselves are graded: every fixture of every task gets exactly the verdicts it declares, on real servers and
 * with another seed in every run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FixturesIT {
    private static final Path SUBMISSIONS = Path.of("src/test/submissions");

    private final Course course = Course.around(Path.of("")).orElseThrow();
    private final List<String> seen = new ArrayList<>();
    private final long seed = new SecureRandom().nextInt(1_000_000);
    private Servers servers;
    private Grader grader;
    private GradingPipeline pipeline;

    @BeforeAll
    void start() {
        servers = Servers.inContainers(course, System.getenv(), step -> {});
        grader = new Grader();
        pipeline = new GradingPipeline(course, grader, servers, (number, of) -> {});
    }

    @AfterAll
    void stopAndCount() {
        grader.close();
        servers.close();
        assertThat(seen).as("fixtures that were graded").hasSizeGreaterThanOrEqualTo(7);
        assertThat(seen)
                .anyMatch(name -> name.endsWith("/solution"))
                .anyMatch(name -> name.endsWith("/starter"))
                .anyMatch(name -> name.contains("/alternative-"))
                .anyMatch(name -> name.contains("/wrong-"));
    }

    @TestFactory
    Stream<DynamicTest> everyFixtureGetsTheVerdictsItDeclares(@TempDir Path empty) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (LabDefinition lab : labs()) {
            for (TaskDefinition task : lab.tasks()) {
                String name = lab.id() + "/" + task.id() + "/";
                Path fixtures = SUBMISSIONS.resolve(lab.id()).resolve(task.id());
                for (Path folder : folders(fixtures)) {
                    tests.add(test(name + folder.getFileName(), () -> declared(lab, task, folder)));
                }
                tests.add(test(name + "starter", () -> starter(lab, task, fixtures)));
                tests.add(test(name + "nothing handed in", () -> nothing(lab, task, empty)));
                tests.add(test(name + "the same bytes again", () -> twice(lab, task, fixtures)));
            }
        }
        return tests.stream();
    }

    private DynamicTest test(String name, org.junit.jupiter.api.function.Executable body) {
        return dynamicTest(name + " (seed " + seed + ")", () -> {
            seen.add(name);
            body.execute();
        });
    }

    private void declared(LabDefinition lab, TaskDefinition task, Path folder) throws Exception {
        String kind = folder.getFileName().toString();
        Grade grade = grade(lab, task, folder);
        if (kind.startsWith("wrong-")) {
            Expectation.read(folder.resolve("expect.yml"), task).assertMetBy(grade);
        } else {
            assertThat(kind).matches("solution|alternative-.+");
            assertThat(grade.checks())
                    .allSatisfy(check -> assertThat(check)
                            .extracting(CheckResult::verdict, CheckResult::feedback)
                            .containsExactly(Verdict.PASSED, Optional.empty()));
        }
    }

    private void starter(LabDefinition lab, TaskDefinition task, Path fixtures) throws Exception {
        Grade grade = grade(lab, task, task.starter());

        Expectation.read(fixtures.resolve("starter.expect.yml"), task).assertMetBy(grade);
        int points = grade.checks().stream()
                .mapToInt(check -> check.points().orElse(0))
                .sum();
        assertThat(grade.checks()).extracting(CheckResult::verdict).contains(Verdict.FAILED);
        assertThat(grade.checks()).extracting(CheckResult::verdict).doesNotContain(Verdict.ERROR, Verdict.INVALID);
        assertThat(points * 3).as("points of the starter, times 3").isLessThanOrEqualTo(task.points());
    }

    private void nothing(LabDefinition lab, TaskDefinition task, Path empty) throws Exception {
        assertThat(grade(lab, task, empty).checks())
                .extracting(CheckResult::verdict)
                .contains(Verdict.INVALID)
                .containsOnly(Verdict.INVALID, Verdict.BLOCKED);
    }

    private void twice(LabDefinition lab, TaskDefinition task, Path fixtures) throws Exception {
        Path wrong = folders(fixtures).stream()
                .filter(folder -> folder.getFileName().toString().startsWith("wrong-"))
                .findFirst()
                .orElseThrow();

        assertThat(ResultJson.grade(grade(lab, task, wrong))).isEqualTo(ResultJson.grade(grade(lab, task, wrong)));
    }

    private Grade grade(LabDefinition lab, TaskDefinition task, Path folder) throws Exception {
        return pipeline.grade(lab, task, folder, seed).grade();
    }

    private List<LabDefinition> labs() {
        Problems problems = new Problems();
        List<LabDefinition> labs = new LabReader(course, problems).readAll();
        assertThat(problems.sorted()).isEmpty();
        return labs;
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
