package dev.lexlab.check.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.Images;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real engine, with recipes of its own, so that nobody else's images are touched. */
class MachineCommandsIT {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    // Its name is nobody else's: images are the whole machine's.
    private final String name = "it-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path root;

    private Path recipe;

    @BeforeEach
    void writeARecipe() throws IOException {
        environment.put("XDG_STATE_HOME", root.resolve("state").toString());
        // Open to all, as the account of a server without an engine needs it: then nobody looks anywhere else.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("XDG_CACHE_HOME", root.resolve("caches").toString());
        recipe = Files.createDirectories(root.resolve("labs/images").resolve(name));
        write("FROM debian:trixie-slim\nRUN echo built\n");
    }

    @AfterEach
    void removeItsImages() throws Exception {
        try (Engine engine = Engine.connect(environment)) {
            engine.images().ours().stream()
                    .filter(tag -> tag.startsWith("lexlab/" + name + ":"))
                    .forEach(engine.images()::remove);
        }
    }

    @Test
    void setupBuildsWhatIsMissingOnceAndDoctorIsContent() {
        assertThat(commands().setup(Optional.empty(), false)).isEqualTo(ExitCode.YES);
        assertThat(said(out)).startsWith("ready: engine at ").endsWith("images " + name + "\n");
        assertThat(said(err)).contains("[1/1] building image " + name + " …\n", name + ": built (");

        err.reset();
        assertThat(commands().setup(Optional.empty(), false)).isEqualTo(ExitCode.YES);
        assertThat(said(err)).isEmpty();

        out.reset();
        assertThat(commands().doctor()).isEqualTo(ExitCode.YES);
        assertThat(said(out))
                .containsPattern("ok    engine: .+ at .+, interface 1\\.")
                .contains("ok    image " + name + ": " + Images.tag(recipe), "ok    leftovers: none\n");
    }

    @Test
    void doctorSaysWhatContainersAreReallyHeldTo() throws IOException {
        setUpAMachineOf("nobody");

        assertThat(commands().doctor()).isEqualTo(ExitCode.YES);
        assertThat(said(out))
                .contains(
                        "ok    sandbox: account plain, rights none, new rights off, system calls filtered, root"
                                + " read-only, processes 20, memory 64 MB, swap none, processors 1, /tmp 8 MB, 1024 files, nothing runs\n");
    }

    @Test
    void aControlThatIsNotInForceIsAFault() throws IOException {
        setUpAMachineOf("root");

        assertThat(commands().doctor()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(said(out)).contains("FAIL  sandbox: account (asked: plain, in force: root), rights none,");
    }

    @Test
    void aRecipeThatChangedIsToldAndBuiltAgain() throws IOException {
        commands().setup(Optional.empty(), false);
        write("FROM debian:trixie-slim\nRUN echo again\n");

        assertThat(commands().doctor()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(said(out))
                .contains("FAIL  image " + name + ": its recipe changed since it was built -> ./lexlab setup\n");
        assertThat(commands().setup(Optional.empty(), false)).isEqualTo(ExitCode.YES);
        assertThat(commands().doctor()).isEqualTo(ExitCode.YES);
    }

    @Test
    void aBuildThatFailsSaysHowAndLeavesNoTag() throws Exception {
        write("FROM debian:trixie-slim\nRUN echo on the way && exit 7\n");

        assertThat(commands().setup(Optional.empty(), false)).isEqualTo(ExitCode.COULD_NOT);
        assertThat(said(err))
                .contains("image '" + name + "' could not be built:", "  on the way\n", "returned a non-zero code: 7")
                .endsWith("  -> ./lexlab setup (it goes on where it stopped)\n");
        try (Engine engine = Engine.connect(environment)) {
            assertThat(engine.images().has(Images.tag(recipe))).isFalse();
        }
    }

    @Test
    void cleanFindsNothingWhereNothingIsOurs() {
        assertThat(commands().clean(false)).isEqualTo(ExitCode.YES);
        assertThat(said(out)).isEqualTo("nothing was left on the engine\n");
        assertThat(said(err)).isEmpty();
    }

    private void setUpAMachineOf(String account) throws IOException {
        Files.writeString(recipe.resolve("service.yml"), """
                about: a machine
                limits: {memory-mb: 64, processes: 20, cpus: 1}
                tmpfs: {/tmp: 8}
                """);
        write("FROM debian:trixie-slim\nUSER " + account + "\n");
        assertThat(commands().setup(Optional.empty(), false)).isEqualTo(ExitCode.YES);
    }

    private void write(String dockerfile) throws IOException {
        Files.writeString(recipe.resolve("Dockerfile"), dockerfile);
    }

    private MachineCommands commands() {
        return new MachineCommands(new Course(root), new Console(utf8(out), utf8(err), false, false), environment);
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
