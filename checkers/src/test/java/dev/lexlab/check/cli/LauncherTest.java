package dev.lexlab.check.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.files.Trees;
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

    /** Java and Maven stand aside: what is asked is which jars would run. */
    @Test
    void aCopyOfAWholeFolderDoesNotRunTheJarsOfItsOriginal() throws Exception {
        Path tools = folder.resolve("jdk/bin");
        program(tools.resolve("java"), "echo ' java.specification.version = 17'; echo \"$@\"");
        program(tools.resolve("javac"), "exit 1");
        program(tools.resolve("mvn"), "echo '[ERROR] nothing is built here'; exit 1");
        String with = "JAVA_HOME=" + folder.resolve("jdk") + " PATH=" + tools + ":$PATH sh";
        Path original = checkoutWithJars(folder.resolve("original"));

        Answer there = ask(with, original.resolve("lexlab"), "doctor");
        Trees.copy(original, folder.resolve("copy"), any -> true);
        Answer here = ask(with, folder.resolve("copy/lexlab"), "doctor");

        assertThat(there.exit).as(there.err).isZero();
        assertThat(there.out).contains("-cp " + original.resolve(".lexlab/launcher/checkers/1/checkers.jar") + ":");
        assertThat(here.exit).isEqualTo(3);
        assertThat(here.out).doesNotContain("original");
        assertThat(here.err).contains("lexlab: building checkers failed", "[ERROR] nothing is built here");
    }

    private static Path checkoutWithJars(Path root) throws IOException {
        Path built = Files.createDirectories(root.resolve(".lexlab/launcher/checkers/1"));
        Path home = root.toRealPath();
        Files.copy(LAUNCHER, root.resolve("lexlab"));
        Files.writeString(built.resolveSibling("current"), "1\n");
        Files.createFile(built.resolve("checkers.jar"));
        Files.createFile(built.resolve("lab-model.jar"));
        Path own = home.resolve(".lexlab/launcher/checkers/1");
        Files.writeString(built.resolve("classpath"), own.resolve("checkers.jar") + ":" + own.resolve("lab-model.jar"));
        Files.createFile(built.resolve("stamp"));
        return home;
    }

    private static void program(Path file, String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Answer ask(String shell, String command) throws IOException, InterruptedException {
        return ask(shell, LAUNCHER, command);
    }

    private Answer ask(String shell, Path launcher, String command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> words = new ArrayList<>(List.of("sh", "-c", shell + " \"$0\" " + command, launcher.toString()));
        int exit = new ProcessBuilder(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Answer(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private record Answer(int exit, String out, String err) {}
}
