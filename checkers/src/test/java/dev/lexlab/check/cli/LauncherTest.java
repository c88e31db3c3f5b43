package dev.lexlab.check.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./lexlab} answers by itself, before any of our Java runs. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("../lexlab");

    @TempDir
    Path folder;

    @Test
    void helpListsEveryCommandThatWorks() throws Exception {
        Answer help = ask("sh", "--help");

        assertThat(help.exit).isZero();
        assertThat(help.out)
                .contains(
                        "site",
                        "serve",
                        "term",
                        "start",
                        "check",
                        "watch",
                        "hint",
                        "solution",
                        "reset",
                        "progress",
                        "up",
                        "shell",
                        "down",
                        "new",
                        "setup",
                        "doctor",
                        "clean",
                        "prove",
                        "mutate",
                        "bench",
                        "selftest")
                .contains("Exit codes: 0 yes, 1 the answer is no, 2 usage, 3 we could not, 130 interrupted.");
        assertThat(help.err).isEmpty();
    }

    @Test
    void anUnknownCommandIsUsage() throws Exception {
        Answer answer = ask("sh", "chekc");

        assertThat(answer.exit).isEqualTo(2);
        assertThat(answer.err).isEqualTo("lexlab: there is no command 'chekc'. ./lexlab --help lists them.\n");
        assertThat(answer.out).isEmpty();
    }

    @Test
    void aMissingJdkIsNamedWithTheLineThatInstallsOne() throws Exception {
        Path javaHome = Files.createDirectory(folder.resolve("empty"));
        Answer answer = ask("JAVA_HOME=" + javaHome + " sh", "doctor");

        assertThat(answer.exit).isEqualTo(3);
        assertThat(answer.err)
                .startsWith("lexlab: JAVA_HOME is '" + javaHome + "', and there is no bin/java in it.")
                .containsPattern("(?m)^        .*(install|JDK).*$");
    }

    private Answer ask(String shell, String command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> words = new ArrayList<>(List.of("sh", "-c", shell + " \"$0\" " + command, LAUNCHER.toString()));
        int exit = new ProcessBuilder(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Answer(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private record Answer(int exit, String out, String err) {}
}
