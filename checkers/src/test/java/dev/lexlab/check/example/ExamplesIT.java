package dev.lexlab.check.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Trees;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The code that our pages show does what it shows, on real servers. What {@code ./lexlab examples} does, as tests. */
class ExamplesIT {
    private final Course course = Course.around(Path.of("")).orElseThrow();

    @TestFactory
    Stream<DynamicTest> everyExampleDoesWhatItShows() throws Exception {
        Problems problems = new Problems();
        List<Path> labs = new LabReader(course, problems)
                .readAll().stream().map(LabDefinition::folder).toList();
        assertThat(problems.sorted()).isEmpty();
        Examples examples = Examples.of(course, labs);
        try (Engine engine = Engine.connect(System.getenv())) {
            List<ExampleOutcome> outcomes =
                    examples.run(engine, Runtime.getRuntime().availableProcessors(), outcome -> {});
            assertThat(outcomes).extracting(ExampleOutcome::of).containsExactlyElementsOf(examples.all());
            return outcomes.stream().map(ExamplesIT::test);
        }
    }

    private static DynamicTest test(ExampleOutcome outcome) {
        return dynamicTest(outcome.of().name() + " (" + outcome.milliseconds() + " ms)", () -> {
            assertThat(outcome.fault()).isEmpty();
            assertThat(outcome.problems()).isEmpty();
        });
    }

    @Test
    void anExampleThatDoesSomethingElseIsToldWithItsLine(@TempDir Path root) throws Exception {
        Trees.copy(course.labs().resolve("images"), root.resolve("labs/images"), any -> true);
        write(root, "postgres/refused.sql", "SELECT 1/0;\n");
        write(root, "postgres/plan.sql", "SELECT 1 AS one;\n");
        write(root, "postgres/plan.out", " one \n-----\n   2\n(1 row)\n");
        write(root, "python/wrong.console", "$ id -un\nroot\n");
        write(root, "python/raises.py", "assert 1 + 1 == 3, 'not so'\n");
        write(root, "python/unnamed.sh", "exit 4\n");
        write(root, "python/endless.sh", "head -c 200000 /dev/zero | tr '\\0' x\n");

        Examples examples = Examples.of(new Course(root), List.of(root.resolve("labs/any")));
        try (Engine engine = Engine.connect(System.getenv())) {
            List<ExampleOutcome> outcomes = examples.run(engine, 2, outcome -> {});

            assertThat(outcomes).noneMatch(outcome -> outcome.fault().isPresent());
            assertThat(outcomes.stream().flatMap(outcome -> outcome.problems().stream()))
                    .extracting(Problem::toString)
                    .containsExactlyInAnyOrder(
                            "labs/any/examples/postgres/refused.sql:1: error: this statement was refused: ERROR:  division"
                                    + " by zero; where readers should see that, end this line with '-- ERROR:  division by"
                                    + " zero'",
                            "labs/any/examples/postgres/plan.out:3: error: shown is '   2', and the real thing said"
                                    + " '   1'; write … where it may differ",
                            "labs/any/examples/python/wrong.console:2: error: shown is 'root', and the real thing said"
                                    + " 'learner'; write … where it may differ",
                            "labs/any/examples/python/raises.py: error: this failed with exit code 1: AssertionError: not"
                                    + " so; it must succeed, with what stands outside of its tags",
                            "labs/any/examples/python/endless.sh: error: this printed more than is kept: "
                                    + "x".repeat(120)
                                    + "…; it must succeed, with what stands outside of its tags",
                            "labs/any/examples/python/unnamed.sh: error: this failed with exit code 4: it said nothing; it must succeed,"
                                    + " with what stands outside of its tags");
        }
    }

    private static void write(Path root, String path, String text) throws IOException {
        Path file = root.resolve("labs/any/examples").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
