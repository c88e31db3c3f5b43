package dev.lexlab.check.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lexlab.check.machine.Host.NotPossible;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCommandsTest {
    private static final String FOR_TESTS = "./lexlab setup --for-tests";

    @TempDir
    private Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(utf8(out), utf8(err), false, false);
    private final Map<String, String> environment = new HashMap<>();
    private int deadPort;

    @BeforeEach
    void nameADeadEngine() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            deadPort = free.getLocalPort();
        }
        environment.put("DOCKER_HOST", "tcp://127.0.0.1:" + deadPort);
        environment.put("XDG_STATE_HOME", root.resolve("state").toString());
        // Open to all, as the account of a server without an engine needs it: then nobody looks anywhere else.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("XDG_CACHE_HOME", root.resolve("caches").toString());
    }

    @Test
    void setupInstallsNothingWhereSomebodyChoseAnEngine() {
        assertThat(commands().setup(Optional.empty(), true)).isEqualTo(ExitCode.COULD_NOT);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(deadEngine() + "\n  -> unset DOCKER_HOST\n");
    }

    @Test
    void setupOfALabThatIsNotThereIsAWrongArgument() {
        assertThat(commands().setup(Optional.of("postgrse"), true)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("there is no lab 'postgrse'\n");
    }

    @Test
    void doctorSaysWhatMendsTheEngine() {
        assertThat(commands().doctor()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ok    JDK: " + Runtime.version() + "\n")
                .endsWith("FAIL  engine: " + deadEngine() + " -> unset DOCKER_HOST\n");
    }

    @Test
    void cleanRemovesTheCacheAndKeepsTheLearnersFiles() throws IOException {
        Path cached =
                Files.createDirectories(root.resolve(".lexlab/cache/pages")).resolve("a.html");
        Path backup = Files.createDirectories(root.resolve(".lexlab/backups")).resolve("schema.sql");
        Files.createFile(cached);
        Files.createFile(backup);

        assertThat(commands().clean(false)).isEqualTo(ExitCode.COULD_NOT);
        assertThat(root.resolve(".lexlab/cache")).doesNotExist();
        assertThat(backup).exists();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("removed: .lexlab/cache\n");
    }

    @Test
    void withoutATerminalAnOrdinaryAccountIsToldWhatToType() {
        Host host = ordinary("./lexlab setup");

        assertThatExceptionOfType(NotPossible.class)
                .isThrownBy(() -> host.permit("install docker.io with apt-get", "apt-get install docker.io"))
                .withMessage("not done: install docker.io with apt-get")
                .satisfies(failure -> assertThat(failure.remedy())
                        .isEqualTo("sudo apt-get install docker.io (or ./lexlab setup --yes)"));
    }

    @Test
    void rootAndContinuousIntegrationProceedWithoutATerminal() {
        assertThatCode(() ->
                        new Host(console, environment, false, true, "./lexlab setup").permit("install it", "install"))
                .doesNotThrowAnyException();
        environment.put("CI", "true");
        assertThatCode(() -> ordinary("./lexlab setup").permit("install it", "install"))
                .doesNotThrowAnyException();
    }

    @Test
    void theBrowserThatIsThereIsEnoughForTests() throws IOException {
        Path browser = Files.createDirectories(root.resolve("bin")).resolve("chromium");
        Files.createFile(browser, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        environment.put("PATH", "/nowhere:" + browser.getParent());

        assertThat(commands().setup(Optional.empty(), ordinary(FOR_TESTS), true))
                .isEqualTo(ExitCode.COULD_NOT);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("browser for tests: " + browser + "\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(deadEngine());
    }

    @Test
    void withoutABrowserSetupForTestsSaysWhatToTypeAndGoesOn() throws IOException {
        environment.put("PATH", "/nowhere");
        Host host = ordinary(FOR_TESTS);
        String remedy = host.isDebian()
                ? "sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium"
                        + " (or ./lexlab setup --for-tests --yes)"
                : "install Chromium or Google Chrome, then ./lexlab setup --for-tests";

        assertThat(commands().setup(Optional.empty(), host, true)).isEqualTo(ExitCode.COULD_NOT);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("  -> " + remedy + "\n")
                .contains(deadEngine());
    }

    @Test
    void withoutTestsNobodyIsAskedForABrowser() {
        environment.put("PATH", "/nowhere");

        assertThat(commands().setup(Optional.empty(), ordinary("./lexlab setup"), false))
                .isEqualTo(ExitCode.COULD_NOT);
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("hromium");
    }

    @Test
    void doctorDoesNotBlameAMachineWithoutABrowser() {
        environment.put("PATH", "/nowhere");

        commands().doctor();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "none  browser for tests: only the project's own tests need one -> ./lexlab setup --for-tests\n");
    }

    private Host ordinary(String again) {
        return new Host(console, environment, false, false, again);
    }

    private String deadEngine() {
        return "DOCKER_HOST says tcp://127.0.0.1:" + deadPort + ", but no engine answers there (Connection refused)";
    }

    private MachineCommands commands() {
        return new MachineCommands(new Course(root), console, environment);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
