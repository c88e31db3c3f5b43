package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Version;
import dev.lexlab.check.service.ServiceDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A container engine in use by this process. Everything made through it carries this run's label, and is gone when it is
 * closed; where the process dies first, the next process of this account removes it.
 */
public final class Engine implements AutoCloseable {
    private static final String BRIDGE_OPTION = "com.docker.network.bridge.";

    private final String address;
    private final String apiVersion;
    private final DockerClient client;
    private final RunLock lock;
    private final Labels labels;
    private final Leftovers leftovers;
    private final Images images;
    private final CompletableFuture<List<Leftover>> sweep;
    private final Thread whenInterrupted = new Thread(this::release, "engine-release");
    private boolean hasNetwork;
    private boolean closed;

    private Engine(EngineAddress address, String apiVersion, DockerClient client, StateFolder state, RunLock lock) {
        this.address = address.uri().toString();
        this.apiVersion = apiVersion;
        this.client = client;
        this.lock = lock;
        this.labels = new Labels(state.homeId(), lock.id());
        this.leftovers = new Leftovers(client, state);
        this.images = new Images(client, address.uri());
        this.sweep = CompletableFuture.supplyAsync(leftovers::sweep);
    }

    /**
     * Connects to the one engine that the environment names, and begins to remove what dead runs left on it.
     *
     * @throws EngineUnavailable with the engine that was tried and what mends it
     */
    public static Engine connect(Map<String, String> environment) throws EngineUnavailable {
        EngineAddress address = EngineResolver.of(environment).resolve();
        String apiVersion = EnginePing.ping(address, EnginePing.DEADLINE);
        try {
            StateFolder state = StateFolder.of(environment);
            Engine engine = new Engine(
                    address, apiVersion, PinnedClient.connect(address, apiVersion), state, RunLock.take(state));
            // A courtesy for Ctrl-C; that nothing is left behind does not rest on it.
            Runtime.getRuntime().addShutdownHook(engine.whenInterrupted);
            return engine;
        } catch (IOException e) {
            throw EngineUnavailable.chosen(
                    "the folder for our locks cannot be written: " + e.getMessage(),
                    "set XDG_STATE_HOME to a folder that can");
        }
    }

    /** Where it is, as a URI. */
    public String address() {
        return address;
    }

    /** The newest version of the engine's interface that it speaks. */
    public String apiVersion() {
        return apiVersion;
    }

    /** What it calls itself. */
    public String product() {
        Version version = client.versionCmd().exec();
        return version.getVersion() + " (" + version.getOperatingSystem() + "/" + version.getArch() + ")";
    }

    /** For messages and for looking with the engine's own tools: the value of the label {@code lexlab.run}. */
    public String run() {
        return labels.run();
    }

    public Images images() {
        return images;
    }

    /**
     * Starts a server of its own and returns when its clients' own operation works.
     *
     * @throws ServerFailed where its image is missing, or it does not start or get ready; nothing is left of it then
     */
    public RunningServer server(ServiceDefinition service) throws ServerFailed, InterruptedException {
        // The engine takes its time for a network; meanwhile the container is made up.
        CompletableFuture<Optional<ServerFailed>> network = CompletableFuture.supplyAsync(this::makeNetwork);
        RunningServer server;
        try {
            server = new Servers(client, labels).start(service, networkName(), network);
        } finally {
            network.join(); // whatever went wrong meanwhile: closing must find it
        }
        synchronized (this) {
            if (!closed) {
                return server;
            }
        }
        server.close();
        throw new ServerFailed("the run ended while server '" + service.name() + "' started", "try again");
    }

    private String networkName() {
        return "lexlab-" + labels.run();
    }

    /**
     * The run's own bridge: nothing on it reaches the network or its neighbours, the ports are published all the same.
     *
     * @return why there is none
     */
    private synchronized Optional<ServerFailed> makeNetwork() {
        if (!hasNetwork) {
            try {
                client.createNetworkCmd()
                        .withName(networkName())
                        .withDriver("bridge")
                        .withOptions(Map.of(
                                BRIDGE_OPTION + "enable_icc", "false",
                                BRIDGE_OPTION + "enable_ip_masquerade", "false"))
                        .withLabels(labels.of("network"))
                        .exec();
                hasNetwork = true;
            } catch (DockerException e) {
                return Optional.of(
                        new ServerFailed("the engine makes no network: " + e.getMessage(), "./lexlab clean"));
            }
        }
        return Optional.empty();
    }

    /** Waits for the sweep that began with the connection: what it removed. */
    public List<Leftover> swept() {
        try {
            return sweep.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /** What other, living processes of this account have on the engine now. */
    public List<Leftover> inUse() {
        return leftovers.list().stream()
                .filter(leftover -> !leftover.run().equals(labels.run()))
                .toList();
    }

    @Override
    public void close() {
        release();
        try {
            Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        } catch (IllegalStateException e) {
            // the process is ending already
        }
    }

    private void release() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            leftovers.removeRun(labels.run());
        } catch (RuntimeException e) {
            // the engine is gone or slow: the next process sweeps
        }
        sweep.handle((swept, failure) -> swept).join();
        try {
            lock.close();
        } catch (IOException e) {
            // the process's end gives the lock back
        }
    }
}
