package dev.lexlab.check.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graders of a course that is not on our class path. */
class CompiledGradersTest {
    private static final String GRADER = """
            package graders.demo;

            import dev.lexlab.check.author.Check;
            import dev.lexlab.check.author.Failure;
            import dev.lexlab.check.author.Submission;

            final class Demo {
                @Check("says-yes")
                void saysYes(Submission work) {
                    if (!work.file("schema.sql").text().equals(Words.YES)) {
                        throw Failure.of("it does not say yes").next("say it");
                    }
                }
            }
            """;
    private static final String WORDS = """
            package graders.demo;

            final class Words {
                static final String YES = "yes";

                private Words() {}
            }
            """;

    @TempDir
    Path root;

    private final TaskDefinition task = TestLab.task("graders.demo.Demo", 30, TestLab.check("says-yes"));
    private final LabDefinition lab = TestLab.lab(task);

    @Test
    void areCompiledByTheJdkAndGrade() throws Exception {
        write("checkers/src/main/java/graders/demo/Demo.java", GRADER);
        write("checkers/src/main/java/graders/demo/Words.java", WORDS);

        assertThat(verdict("yes")).isEqualTo(Verdict.PASSED);
        assertThat(verdict("no")).isEqualTo(Verdict.FAILED);
        assertThat(compiled()).hasSize(1);
    }

    @Test
    void areNeverStaleAndCountWhole() throws Exception {
        write("checkers/src/main/java/graders/demo/Demo.java", GRADER);
        write("checkers/src/main/java/graders/demo/Words.java", WORDS);
        String before = grader().fingerprint();

        write("checkers/src/main/java/graders/demo/Words.java", WORDS.replace("\"yes\"", "\"yes!\""));

        assertThat(verdict("yes")).isEqualTo(Verdict.FAILED);
        assertThat(verdict("yes!")).isEqualTo(Verdict.PASSED);
        assertThat(grader().fingerprint()).isNotEqualTo(before);
        assertThat(compiled()).hasSize(2);
    }

    @Test
    void faultsAreToldWithFileAndLineAndNothingIsLeftBehind() throws Exception {
        write("checkers/src/main/java/graders/demo/Demo.java", GRADER.replace("Words.YES", "Wrods.YES"));

        assertThatThrownBy(this::grader)
                .isInstanceOf(ProblemsFound.class)
                .hasMessageStartingWith(
                        "checkers/src/main/java/graders/demo/Demo.java:10:52: error: cannot find symbol, symbol:")
                .hasMessageNotContaining("\n");
        assertThat(compiled()).isEmpty();
    }

    @Test
    void aClassInTheWrongFolderIsNamed() throws Exception {
        write("checkers/src/main/java/graders/demo/Demo.java", GRADER.replace("package graders.demo", "package other"));
        write("checkers/src/main/java/graders/demo/Words.java", WORDS.replace("package graders.demo", "package other"));

        assertThatThrownBy(this::grader)
                .isInstanceOf(ProblemsFound.class)
                .hasMessage("labs/demo/lab.yml:5:3: error: the grader class graders.demo.Demo cannot be loaded:"
                        + " graders.demo.Demo; its package must be that of its folder");
    }

    @Test
    void aCopyOfAGraderOfOursIsNotMistakenForOurs() throws Exception {
        TaskDefinition copied =
                TestLab.task("dev.lexlab.graders.postgres.rules.RulesInTheSchema", 30, TestLab.check("mine"));
        write("checkers/src/main/java/dev/lexlab/graders/postgres/rules/RulesInTheSchema.java", """
                package dev.lexlab.graders.postgres.rules;

                final class RulesInTheSchema {
                    @dev.lexlab.check.author.Check("mine")
                    void mine() {}
                }
                """);

        TaskGrader grader = new Graders(new Course(root)).of(TestLab.lab(copied), copied);

        assertThat(grader.wanted("mine")).isEmpty();
    }

    private TaskGrader grader() throws Exception {
        return new Graders(new Course(root)).of(lab, task);
    }

    private Verdict verdict(String text) throws Exception {
        write("mine/" + TestLab.FILE, text);
        Assignment assignment = new Assignment(lab, task, Intake.take(root.resolve("mine"), task), 1);
        try (Grader grader = new Grader()) {
            CheckResult result = grader.grade(assignment, grader(), new NotedEnvironment(), (number, of) -> {})
                    .results()
                    .get("says-yes");
            assertThat(result).isNotNull();
            return result == null ? Verdict.ERROR : result.verdict();
        }
    }

    private List<String> compiled() throws IOException {
        Path folder = root.resolve(".lexlab/graders");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
