package dev.lexlab.check.machine;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.EngineUnavailable;
import dev.lexlab.check.engine.StateFolder;
import dev.lexlab.check.machine.Host.NotPossible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Gives a Debian or Ubuntu machine a running engine. */
final class EngineStarter {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Path PID_FILE = Path.of("/var/run/docker.pid");

    private final Host host;
    private final Map<String, String> environment;
    private final StateFolder state;

    EngineStarter(Host host, Map<String, String> environment, StateFolder state) {
        this.host = host;
        this.environment = environment;
        this.state = state;
    }

    /** Installs what is missing and starts it. */
    Engine start(Consumer<String> lines) throws IOException, InterruptedException, NotPossible, EngineUnavailable {
        if (!host.isDebian()) {
            throw new NotPossible(
                    "no container engine is running, and only on Debian and Ubuntu can it be installed from here",
                    "install Docker or Podman, start it, then ./lexlab setup");
        }
        List<String> missing = new ArrayList<>();
        if (!Host.has("dockerd")) {
            missing.add("docker.io");
        }
        if (!Host.has("iptables")) {
            missing.add("iptables");
        }
        if (!missing.isEmpty()) {
            host.install(missing, state, lines);
        }
        return startService(lines);
    }

    private Engine startService(Consumer<String> lines)
            throws IOException, InterruptedException, NotPossible, EngineUnavailable {
        lines.accept("starting it");
        Path log = state.path().resolve("dockerd.log");
        if (Files.isDirectory(Path.of("/run/systemd/system"))) {
            host.runAsRoot(List.of("systemctl", "start", "docker"), state, lines);
        } else if (!isStarting()) {
            host.permit("start the container engine", "dockerd &");
            host.runAsRoot(List.of("rm", "-f", PID_FILE.toString()), state, lines);
            host.startDetached(List.of("dockerd"), log);
        }
        return await(log);
    }

    /** Its pid file outlives a killed engine, and the number in it may be another program's by now, which keeps it from starting. */
    private static boolean isStarting() throws IOException {
        if (!Files.isReadable(PID_FILE)) {
            return false;
        }
        Path command = Path.of("/proc", Files.readString(PID_FILE).strip(), "comm");
        return Files.isReadable(command) && Files.readString(command).strip().equals("dockerd");
    }

    private Engine await(Path log) throws InterruptedException, NotPossible, EngineUnavailable {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return Engine.connect(environment);
            } catch (EngineUnavailable e) {
                if (!e.canBeSetUp()) {
                    throw e;
                }
                if (System.nanoTime() > deadline) {
                    throw new NotPossible(
                            "the engine did not answer within " + PATIENCE.toSeconds() + " s: " + e.what(),
                            "see " + log + ", then ./lexlab setup");
                }
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }
}
