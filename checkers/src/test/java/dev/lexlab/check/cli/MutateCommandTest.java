package dev.lexlab.check.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.mutate.BreakableCourse;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.console.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./lexlab mutate} from its arguments to its last line, on a task that needs no server. */
class MutateCommandTest {
    @TempDir
    Path root;

    private BreakableCourse course;
    private TestConsole console = new TestConsole(false);

    @BeforeEach
    void aCourse() throws IOException {
        course = new BreakableCourse(root);
    }

    @Test
    void aGraderThatNoticesIsAboveTheBarAndABlindOneBelow() throws IOException {
        assertThat(mutate("--sample", "3")).isEqualTo(ExitCode.YES);
        assertThat(console.said())
                .contains("  greet/hello, caught by: greets 0, names 2, loud 2\n")
                .containsPattern("\ncaught: 4 of 4 \\(100.0 %\\) in \\d+ s, sample 3\n$");
        assertThat(console.noted()).isEqualTo("breaking right solutions in 6 ways, sample 3\n");

        course.blind();
        assertThat(mutate("greet/hello", "--sample", "3")).isEqualTo(ExitCode.NO);
        assertThat(console.said())
                .contains("✘ " + BreakableCourse.FIXTURES + "solution/hello.sh:2: 'Ada' → 'Adb'\n"
                        + "        passed greets, names, loud\n")
                .containsPattern("\nbelow the bar: greet/hello; caught 2 of 4 \\(50.0 %\\) in \\d+ s, sample 3\n$");
    }

    @Test
    void aFaultInADeclarationIsToldBeforeAnythingIsBroken() throws IOException {
        course.write(BreakableCourse.FIXTURES + "equivalents.yml", "- because: I say so\n");

        assertThat(mutate()).isEqualTo(ExitCode.NO);
        assertThat(console.noted())
                .contains(BreakableCourse.FIXTURES + "equivalents.yml:1:3: error: 'file' is missing; add 'file: …'\n");
        assertThat(console.said()).isEqualTo("declared wrongly: 3; nothing was broken\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --minutes 0      | lexlab: --minutes is a number from 1 to 1440, not 0
                    --workers 65     | lexlab: --workers is a number from 1 to 64, not 65
                    --sample x       | lexlab: Invalid value for option '--sample': 'x' is not a long
                    great            | lexlab: there is no lab 'great'; did you mean 'greet'?
                    greet/helo       | lexlab: lab 'greet' has no task 'helo'; did you mean 'hello'?
                    """)
    void whatCannotBeMeantIsUsage(String arguments, String told) {
        assertThat(mutate(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(console.noted()).startsWith(told + "\n");
    }

    private Answer mutate(String... arguments) {
        console = new TestConsole(false);
        String[] all = new String[arguments.length + 1];
        all[0] = "mutate";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Map<String, String> environment = Map.of("DOCKER_HOST", "tcp://127.0.0.1:1");
        return Main.run(new Context(console.console(), environment, root, Optional.empty(), () -> false), all);
    }
}
