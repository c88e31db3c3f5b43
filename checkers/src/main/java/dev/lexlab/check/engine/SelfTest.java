package dev.lexlab.check.engine;

import dev.lexlab.check.service.ServiceDefinition.Limits;
import dev.lexlab.lab.files.Hashes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Whether this engine holds containers to what is asked of it: looked at from inside, once after each start of the machine, before
 * anything of a learner's runs. What was asked for and is not there ends the run.
 */
final class SelfTest {
    private static final String PREFIX = "sandbox-";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Of Linux, another one after each start; elsewhere the engine runs in a machine of its own, whose address must do. */
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path passed;
    private volatile boolean isDone;
    private volatile Consumer<String> listener = controls -> {};

    SelfTest(StateFolder state, EngineAddress address, String apiVersion) {
        String engine = String.join("\n", address.uri().toString(), apiVersion, boot(), Confinement.ASK);
        this.passed = state.path().resolve(PREFIX + Hashes.of(engine).substring(0, 16));
    }

    private static String boot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Told once what is in force, where nobody had looked yet. */
    void tell(Consumer<String> whoever) {
        listener = whoever;
    }

    /** Whether there is nothing left to look at. */
    boolean isDone() {
        isDone = isDone || Files.exists(passed);
        return isDone;
    }

    /**
     * Looks, where nobody did yet.
     *
     * @param container one of an image of ours, which has a shell
     * @throws ServerFailed where a control that was asked for is not in force
     */
    void require(RunningContainer container, Limits limits, Map<String, ContainerPlan.Tmpfs> tmpfs)
            throws ServerFailed, InterruptedException {
        if (isDone()) {
            return;
        }
        List<Control> controls = look(container, limits, tmpfs);
        String missing = controls.stream()
                .filter(control -> !control.isInForce())
                .map(Control::toString)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ServerFailed(
                    "the container engine does not hold containers to what is asked of it: " + missing,
                    "./lexlab doctor says what is in force; use an engine that can, nothing is graded in less");
        }
        isDone = true;
        keep(controls);
        listener.accept(controls.stream().map(Control::toString).collect(Collectors.joining(", ")));
    }

    /** What is in force in a container. */
    static List<Control> look(RunningContainer container, Limits limits, Map<String, ContainerPlan.Tmpfs> tmpfs)
            throws ServerFailed, InterruptedException {
        ExecResult said = container.exec(PATIENCE, "sh", "-c", Confinement.ASK);
        if (!said.succeeded()) {
            throw new ServerFailed(
                    "what holds " + container.name() + " could not be looked at: " + Servers.lastLine(said.err()),
                    Remedies.DOCTOR);
        }
        return Confinement.of(said.out().value(), limits, tmpfs);
    }

    /** For whoever comes next; what was noted before this start of the machine is of no use to anybody. */
    private void keep(List<Control> controls) {
        try {
            Path whole = Files.createTempFile(passed.resolveSibling(""), ".sandbox", "");
            Files.writeString(
                    whole, controls.stream().map(Control::toString).collect(Collectors.joining("\n", "", "\n")));
            Files.move(whole, passed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (DirectoryStream<Path> noted = Files.newDirectoryStream(passed.resolveSibling(""), PREFIX + "*")) {
                for (Path other : noted) {
                    if (!other.equals(passed)) {
                        Files.deleteIfExists(other);
                    }
                }
            }
        } catch (IOException e) {
            // then the next process looks again
        }
    }
}
