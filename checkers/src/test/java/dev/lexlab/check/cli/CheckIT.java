package dev.lexlab.check.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, on the course's first task and a real server. */
class CheckIT {
    private static final String TASK = "postgres/rules-in-the-schema";
    private static final Path FIXTURES = Path.of("src/test/submissions", TASK);

    private final TestConsole console = new TestConsole(false);

    @TempDir
    Path folder;

    @Test
    void theSolutionPasses() {
        assertThat(check(FIXTURES.resolve("solution"))).isEqualTo(ExitCode.YES);
        assertThat(console.said().strip()).endsWith("passed: 5 of 5");
    }

    @Test
    void theStarterDoesNot() {
        assertThat(check(Path.of("../labs/postgres/starter/rules-in-the-schema")))
                .isEqualTo(ExitCode.NO);
        assertThat(console.said().strip()).endsWith("not yet: 1 of 5");
    }

    @Test
    void aSyntaxErrorIsInvalidAndToldWithFileAndLine() throws IOException {
        Files.writeString(folder.resolve("schema.sql"), "CREATE TABLE rooms (\n  id int,\n  nmae txet NOT NUL\n);\n");

        assertThat(check(folder)).isEqualTo(ExitCode.NO);
        assertThat(console.said())
                .contains("(cannot be run yet)")
                .contains("First to fix  PostgreSQL does not understand this statement")
                .contains("  where      " + folder + "/schema.sql:3:17")
                .contains("  seen       42601: syntax error at or near \"NUL\"")
                .contains("not yet: 0 of 5");
    }

    private Answer check(Path work) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("GITHUB_STEP_SUMMARY"); // of the service that runs this test
        Context context = new Context(console.console(), environment, Path.of(""), Optional.empty(), () -> false);
        return Main.run(context, "check", TASK, "--work", work.toString());
    }
}
