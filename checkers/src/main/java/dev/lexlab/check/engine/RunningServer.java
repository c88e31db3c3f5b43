package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server that was seen to work. Safe for several threads. */
public final class RunningServer implements AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int TAIL_LINES = 40;
    private static final int EXIT_OF_TIMEOUT = 124;
    private static final int EXIT_OF_KILL = 137;
    /** What the engine may take on top of the command. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final DockerClient client;
    private final ServiceDefinition service;
    private final ServerContainer container;
    private final String password;
    private final String id;

    RunningServer(DockerClient client, ServiceDefinition service, ServerContainer container, String password) {
        this.client = client;
        this.service = service;
        this.container = container;
        this.password = password;
        this.id = container.getContainerId();
    }

    public ServiceDefinition service() {
        return service;
    }

    public String host() {
        return LOOPBACK;
    }

    /** Where on {@link #host()} a port of the container is reached. */
    public int port(int containerPort) {
        return container.getMappedPort(containerPort);
    }

    /** As {@link #port(int)}, by the name it has in {@code service.yml}. */
    public int port(String name) {
        Integer port = service.ports().get(name);
        if (port == null) {
            throw new IllegalArgumentException("service '" + service.name() + "' has no port '" + name + "'");
        }
        return port(port);
    }

    /** Of the account in {@code service.yml}; made for this very server, no learner's code learns of it. */
    public String password() {
        return password;
    }

    /** For messages to people who look with the engine's own tools. */
    public String containerId() {
        return id;
    }

    /**
     * Runs a command in the container, as the image's user and in its environment.
     *
     * @throws ServerFailed where the container no longer runs or the engine fails
     */
    public ExecResult exec(Duration deadline, String... command) throws ServerFailed, InterruptedException {
        try (Capture capture = new Capture()) {
            String exec = client.execCreateCmd(id)
                    .withCmd(withClock(deadline, command))
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .exec()
                    .getId();
            boolean ended = client.execStartCmd(exec)
                    .exec(capture)
                    .awaitCompletion(deadline.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            Long code = ended ? client.inspectExecCmd(exec).exec().getExitCodeLong() : null;
            int exitCode = code == null ? EXIT_OF_TIMEOUT : code.intValue();
            boolean inTime = exitCode != EXIT_OF_TIMEOUT && exitCode != EXIT_OF_KILL;
            return new ExecResult(exitCode, capture.out(), capture.err(), inTime);
        } catch (DockerException | IOException e) {
            throw new ServerFailed(
                    "server '" + service.name() + "' cannot be used: " + death().orElse("the engine refused a command"),
                    "try again; ./lexlab doctor says how the engine is");
        }
    }

    /** Two clocks: the engine cannot end a command, so the command ends itself. */
    private static String[] withClock(Duration deadline, String... command) {
        List<String> words = new ArrayList<>(
                List.of("timeout", "--kill-after=1", String.format(Locale.ROOT, "%.3f", deadline.toMillis() / 1000.0)));
        words.addAll(List.of(command));
        return words.toArray(String[]::new);
    }

    /** Brings it back to what its image holds. */
    public void reset() throws ServerFailed, InterruptedException {
        ExecResult result = exec(service.patience(), service.reset().toArray(String[]::new));
        if (!result.succeeded()) {
            throw new ServerFailed(
                    "server '" + service.name() + "' could not be reset: " + Servers.lastLine(result.err()),
                    "try again");
        }
    }

    /** The end of what it wrote to its log. */
    public Untrusted logTail() {
        try (Capture capture = new Capture()) {
            client.logContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(TAIL_LINES)
                    .exec(capture)
                    .awaitCompletion(GRACE.toSeconds(), TimeUnit.SECONDS);
            return Untrusted.of(capture.out().value() + capture.err().value());
        } catch (DockerException | IOException e) {
            return Untrusted.of("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Untrusted.of("");
        }
    }

    /** Whether its container runs; a server that was killed for its memory does not. */
    public boolean alive() {
        return death().isEmpty();
    }

    /** Why it no longer runs, in words; empty while it does. */
    public Optional<String> death() {
        try {
            ContainerState state = client.inspectContainerCmd(id).exec().getState();
            if (Boolean.TRUE.equals(state.getOOMKilled())) {
                return Optional.of(
                        "it was stopped: more than " + service.limits().memoryMegabytes() + " MB of memory");
            }
            return Boolean.TRUE.equals(state.getRunning())
                    ? Optional.empty()
                    : Optional.of("it ended with exit code " + state.getExitCodeLong());
        } catch (NotFoundException e) {
            return Optional.of("its container is gone");
        } catch (RuntimeException e) {
            return Optional.of("the engine no longer answers");
        }
    }

    /** As {@link #death()}, for after a connection broke: a dying server takes a moment until the engine knows. */
    public Optional<String> deathWithin(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<String> death = death();
        while (death.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            death = death();
        }
        return death;
    }

    @Override
    public void close() {
        container.stop();
    }
}
