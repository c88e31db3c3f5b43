package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Version;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A container engine in use by this process. Everything made through it carries this run's label, and is gone when it is
 * closed; where the process dies first, the next process of this account removes it.
 */
public final class Engine implements AutoCloseable {
    private static final Duration UNTIL_SWEEP = Duration.ofSeconds(1);
    private static final String RUN_PREFIX = "lexlab-run/";
    private static final String BRIDGE_OPTION = "com.docker.network.bridge.";

    private final EngineAddress address;
    private final URI uri;
    private final String apiVersion;
    private final DockerClient client;
    private final StateFolder state;
    private final RunLock lock;
    private final Labels labels;
    private final Leftovers leftovers;
    private final Images images;
    private final SelfTest selfTest;
    private final Servers servers;
    private final Hardening hardening;
    private final AtomicInteger made = new AtomicInteger();
    private final CompletableFuture<List<Leftover>> sweep = new CompletableFuture<>();
    private final AtomicBoolean isSweeping = new AtomicBoolean();
    private final Thread whenInterrupted = new Thread(this::release, "engine-release");
    private boolean hasNetwork;
    private boolean closed;

    private Engine(
            EngineAddress address,
            String apiVersion,
            DockerClient client,
            StateFolder state,
            RunLock lock,
            Hardening hardening) {
        this.address = address;
        this.uri = address.uri();
        this.apiVersion = apiVersion;
        this.client = client;
        this.lock = lock;
        this.labels = new Labels(state.homeId(), lock.id());
        this.state = state;
        this.leftovers = new Leftovers(client, state);
        this.images = new Images(client, uri);
        this.selfTest = new SelfTest(state, address, apiVersion);
        this.servers = new Servers(client, uri, labels, selfTest, hardening);
        this.hardening = hardening;
        // A learner's server is being started now; the sweep is for when everybody waits for it.
        CompletableFuture.delayedExecutor(UNTIL_SWEEP.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::sweep);
    }

    /**
     * Connects to the one engine that the environment names, and removes what dead runs left on it, a little later or when it is
     * closed.
     *
     * @throws EngineUnavailable with the engine that was tried and what mends it
     */
    public static Engine connect(Map<String, String> environment) throws EngineUnavailable {
        return connect(environment, Hardening.WHOLE);
    }

    /** The same for tests that see what a control is good for: nobody else has one that is not whole. */
    static Engine connect(Map<String, String> environment, Hardening hardening) throws EngineUnavailable {
        EngineAddress address = EngineResolver.of(environment).resolve();
        String apiVersion = EnginePing.ping(address, EnginePing.DEADLINE);
        try {
            StateFolder state = StateFolder.of(environment);
            Engine engine = new Engine(
                    address,
                    apiVersion,
                    PinnedClient.connect(address, apiVersion),
                    state,
                    RunLock.take(state),
                    hardening);
            // A courtesy for Ctrl-C; that nothing is left behind does not rest on it.
            Runtime.getRuntime().addShutdownHook(engine.whenInterrupted);
            return engine;
        } catch (IOException e) {
            throw EngineUnavailable.chosen(
                    "the folder for our locks cannot be written: " + e.getMessage(),
                    "set XDG_STATE_HOME to a folder that can");
        }
    }

    /** The same environment, as if no engine were there: for whoever wants to see what happens then. */
    public static Map<String, String> switchedOff(Map<String, String> environment) {
        return EngineResolver.switchedOff(environment);
    }

    /** Where it is, as a URI. */
    public String address() {
        return uri.toString();
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
            server = servers.start(service, networkName(), network);
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

    /** Makes a network of a task's own. */
    public LabNetwork network(String name) throws ServerFailed {
        try {
            String id = client.createNetworkCmd()
                    .withName(unique(name))
                    .withDriver("bridge")
                    .withInternal(true)
                    // Without an address of its own the bridge is no way to this machine, either.
                    .withOptions(hardening.network(Map.of(BRIDGE_OPTION + "inhibit_ipv4", "true")))
                    .withLabels(labels.of("network"))
                    .exec()
                    .getId();
            return new LabNetwork(id, name);
        } catch (DockerException e) {
            throw new ServerFailed("the engine makes no network: " + e.getMessage(), "./lexlab clean");
        }
    }

    /** Puts a container on one more network, where others call it by these names. */
    public void join(RunningContainer container, LabNetwork network, String... names) throws ServerFailed {
        try {
            client.connectToNetworkCmd()
                    .withContainerId(container.id())
                    .withNetworkId(network.id())
                    .withContainerNetwork(new ContainerNetwork().withAliases(names))
                    .exec();
        } catch (DockerException e) {
            throw new ServerFailed("'" + names[0] + "' did not get on its network: " + e.getMessage(), Remedies.DOCTOR);
        }
    }

    /** Takes a container off a network; what it has with others there hangs. */
    public void leave(RunningContainer container, LabNetwork network) throws ServerFailed {
        try {
            client.disconnectFromNetworkCmd()
                    .withContainerId(container.id())
                    .withNetworkId(network.id())
                    .exec();
        } catch (DockerException e) {
            throw new ServerFailed(
                    container.name() + " did not get off its network: " + e.getMessage(), Remedies.DOCTOR);
        }
    }

    /** Takes a network away again, and whoever is still on it off it. */
    public void remove(LabNetwork network) {
        try {
            client.inspectNetworkCmd()
                    .withNetworkId(network.id())
                    .exec()
                    .getContainers()
                    .keySet()
                    .forEach(container -> client.disconnectFromNetworkCmd()
                            .withNetworkId(network.id())
                            .withContainerId(container)
                            .withForce(true)
                            .exec());
            client.removeNetworkCmd(network.id()).exec();
        } catch (DockerException e) {
            // what is left of it goes with the run
        }
    }

    /**
     * Starts a container that commands are run in.
     *
     * @param name what others on its networks call it
     * @param mayRunFrom folders of its {@code tmpfs} that programs may be started from
     */
    public RunningContainer machine(
            ServiceDefinition image, String name, List<LabNetwork> networks, Set<String> mayRunFrom)
            throws ServerFailed {
        RunningContainer machine = servers.machine(image, name, networks.get(0).id(), mayRunFrom);
        for (LabNetwork more : networks.subList(1, networks.size())) {
            join(machine, more, name);
        }
        return machine;
    }

    /**
     * Starts a program of ours in a container; it may not be ready yet.
     *
     * @param kind what it is called in messages, before its name
     * @param network its first one, where others call it by its name
     * @param arguments behind the image's entrypoint
     */
    public RunningContainer program(
            ServiceDefinition image, String kind, String name, LabNetwork network, List<String> arguments)
            throws ServerFailed {
        return servers.program(image, kind, name, network.id(), arguments);
    }

    /** From now on somebody is told what holds containers, when that is looked at for the first time. */
    public void whenLookedAt(Consumer<String> listener) {
        selfTest.tell(listener);
    }

    /** What containers are held to, as a machine that is started for this tells from inside. */
    public List<Control> controls(ServiceDefinition image) throws ServerFailed, InterruptedException {
        LabNetwork network = network("self-test");
        try {
            return servers.controls(image, network.id());
        } finally {
            remove(network);
        }
    }

    /**
     * Makes sure that containers are held to what is asked, where nobody looked yet: before one of a learner's own image, in which
     * we cannot look.
     *
     * @param image one of ours
     */
    public void requireControls(ServiceDefinition image) throws ServerFailed {
        if (!selfTest.isDone()) {
            LabNetwork network = network("self-test");
            try {
                machine(image, "self-test", List.of(network), Set.of()).close();
            } finally {
                remove(network);
            }
        }
    }

    /**
     * Builds an image of a learner's files; it is gone with the run.
     *
     * @param context all other files
     * @param path of the Dockerfile among them
     * @param dockerfile its text, which was looked at before, with the labels that it is given on all that comes of it, so that
     *     at no moment of the build there is anything that nobody would know for this run's
     * @return the image's tag
     * @throws BuildFailed where a step did not succeed
     */
    public String build(
            Map<String, byte[]> context, String path, Function<Map<String, String>, String> dockerfile, String name)
            throws BuildFailed, ServerFailed, InterruptedException {
        String tag = RUN_PREFIX + unique(name) + ":built";
        new Builds(client, uri, labels, hardening.builds()).build(context, path, dockerfile, tag);
        return tag;
    }

    /** Starts a container of a learner's image on a network and returns at once. */
    public RunningContainer container(ContainerRequest request, LabNetwork network) throws ServerFailed {
        return servers.start(new ContainerPlan(
                request.image(),
                request.name(),
                Optional.empty(),
                request.command(),
                request.variables(),
                request.limits(),
                request.tmpfs().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, folder -> new ContainerPlan.Tmpfs(folder.getValue(), false))),
                List.of(),
                network.id(),
                labels.of("container"),
                request.user(),
                request.hasInit(),
                request.ipc(),
                request.pid(),
                request.volumes(),
                request.stopGracePeriod()));
    }

    /** Makes an empty volume. */
    public String volume(String name) throws ServerFailed {
        try {
            return client.createVolumeCmd()
                    .withName(unique(name))
                    .withLabels(labels.of("volume"))
                    .exec()
                    .getName();
        } catch (DockerException e) {
            throw new ServerFailed("the engine makes no volume: " + e.getMessage(), Remedies.DOCTOR);
        }
    }

    /** Takes a volume away with all that is in it. */
    public void removeVolume(String name) {
        try {
            client.removeVolumeCmd(name).exec();
        } catch (DockerException e) {
            // in use by a container that goes with the run
        }
    }

    private String unique(String name) {
        return networkName() + "-" + made.incrementAndGet() + "-" + name;
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

    /** Why it cannot be used any more, in words; empty while it answers. Takes some seconds at most. */
    public Optional<ServerFailed> silence() {
        try {
            String unused = EnginePing.ping(address, EnginePing.DEADLINE);
            return Optional.empty();
        } catch (EngineUnavailable e) {
            return Optional.of(
                    new ServerFailed(Remedies.SILENT_ENGINE + " any more (" + e.what() + ")", Remedies.DOCTOR));
        }
    }

    /**
     * What was made through it stays when this process ends, until somebody gives it up.
     *
     * @return the run's id, for {@link #giveUp}
     */
    public synchronized String keep() {
        try {
            lock.keep();
            closed = true;
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for our locks cannot be written", e);
        }
        return labels.run();
    }

    /** Removes what a run made that was kept. */
    public void giveUp(String run) {
        leftovers.removeRun(run);
        try {
            RunLock.giveUp(state, run);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for our locks cannot be written", e);
        }
    }

    /** A container of a run that was kept; empty where it no longer runs. */
    public Optional<RunningContainer> kept(String container, String name) {
        RunningContainer known = new RunningContainer(client, uri, container, "machine '" + name + "'");
        return known.death().isEmpty() ? Optional.of(known) : Optional.empty();
    }

    /** The end of a container's log, also of one that no longer runs. */
    public Untrusted lastWords(String container) {
        return new RunningContainer(client, uri, container, "").logTail();
    }

    private void sweep() {
        if (isSweeping.compareAndSet(false, true)) {
            try {
                sweep.complete(leftovers.sweep());
            } catch (RuntimeException e) {
                sweep.completeExceptionally(e);
            }
        }
    }

    /** Waits for the sweep, which begins now at the latest: what it removed. */
    public List<Leftover> swept() {
        sweep();
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
        sweep();
        sweep.handle((swept, failure) -> swept).join();
        try {
            lock.close();
        } catch (IOException e) {
            // the process's end gives the lock back
        }
    }
}
