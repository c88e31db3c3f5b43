package dev.lexlab.check.engine;

import dev.lexlab.check.service.ServiceDefinition;
import java.time.Duration;
import java.util.Optional;

/** A server that was seen to work. Safe for several threads. */
public final class RunningServer implements AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration ONE_LOOK = Duration.ofSeconds(5);

    private final ServiceDefinition service;
    private final HardenedContainer made;
    private final RunningContainer container;
    private final String password;
    private final String learnerPassword;

    RunningServer(
            ServiceDefinition service,
            HardenedContainer made,
            RunningContainer container,
            String password,
            String learnerPassword) {
        this.service = service;
        this.made = made;
        this.container = container;
        this.password = password;
        this.learnerPassword = learnerPassword;
    }

    public ServiceDefinition service() {
        return service;
    }

    public String host() {
        return LOOPBACK;
    }

    /** Where on {@link #host()} a port of the container is reached. */
    public int port(int containerPort) {
        return made.getMappedPort(containerPort);
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

    /** Of the plain account for learners' programs, where there is one. */
    public String learnerPassword() {
        return learnerPassword;
    }

    /** What it runs in. */
    public RunningContainer container() {
        return container;
    }

    /** Runs a command of ours in it. */
    public ExecResult exec(Duration deadline, String... command) throws ServerFailed, InterruptedException {
        return container.exec(deadline, command);
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

    /**
     * Ends its program and starts it again, on the data that it wrote; returns when clients are served. Its ports stay.
     *
     * @throws ServerFailed where it does not end, or does not get ready again
     */
    public void restart() throws ServerFailed, InterruptedException {
        ExecResult result = exec(service.patience(), "sh", "-c", Keeper.AGAIN);
        if (!result.succeeded()) {
            throw new ServerFailed(
                    "server '" + service.name() + "' did not start again: " + Servers.lastLine(result.err()),
                    "check again");
        }
        Servers.awaitReady(this);
    }

    /** Asks for the real thing, once and with a short deadline. */
    public boolean answers() throws InterruptedException {
        try {
            return exec(ONE_LOOK, service.ready().toArray(String[]::new)).succeeded();
        } catch (ServerFailed e) {
            return false;
        }
    }

    /** Whether its container runs; a server that was killed for its memory does not. */
    public boolean alive() {
        return death().isEmpty();
    }

    /** Why it no longer runs, in words; empty while it does. */
    public Optional<String> death() {
        return container.death();
    }

    /**
     * What is wrong with one that does not serve its clients any more.
     *
     * @param patience a dying server takes a moment until the engine knows
     */
    public ServerFailed failure(Duration patience) throws InterruptedException {
        String why = deathWithin(patience).orElse("it runs, and does not answer");
        return new ServerFailed("server '" + service.name() + "' failed: " + why, "check again: it gets a new server");
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
        container.close();
    }
}
