package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.lexlab.check.service.ServiceDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * The profile of servers of ours: hardened alike, whatever they are. It waits for nothing; {@link Servers} knows when a server
 * is ready.
 */
final class ServerContainer extends GenericContainer<ServerContainer> {
    private static final long MEGABYTE = 1L << 20;
    private static final long CPU = 1_000_000_000L;
    /** The clock inside: what outlives everybody who could sweep it ends by itself after a long working day. */
    private static final Duration LIFE = Duration.ofHours(12);
    /** One file alone is refused by this log driver. */
    private static final Map<String, String> CAPPED_LOG = Map.of("max-size", "1m", "max-file", "2");

    private final ServiceDefinition service;

    /**
     * A container that is not started.
     *
     * @param image its tag, built here: nothing is pulled
     * @param program how the image says that it is started
     */
    ServerContainer(
            DockerClient client,
            ServiceDefinition service,
            String image,
            ContainerConfig program,
            String network,
            Map<String, String> labels) {
        super(new RemoteDockerImage(DockerImageName.parse(image))
                .withImagePullPolicy(name -> false)
                .withImageNameSubstitutor(ImageNameSubstitutor.noop()));
        this.dockerClient = client;
        this.service = service;
        setStartupCheckStrategy(new Unchecked());
        setWaitStrategy(new AbstractWaitStrategy() {
            @Override
            protected void waitUntilReady() {
                // see Servers
            }
        });
        withExposedPorts(service.ports().values().toArray(Integer[]::new));
        withLabels(labels);
        withCreateContainerCmdModifier(command -> harden(command, program, network));
    }

    private void harden(CreateContainerCmd command, ContainerConfig program, String network) {
        List<String> withClock = new ArrayList<>(List.of("timeout", "--kill-after=5", Long.toString(LIFE.toSeconds())));
        withClock.addAll(words(program.getEntrypoint()));
        command.withEntrypoint(withClock)
                .withCmd(words(program.getCmd()))
                .withAliases(service.name())
                .withHostConfig(limit(new HostConfig())
                        .withNetworkMode(network)
                        .withPortBindings(service.ports().values().stream()
                                .map(ServerContainer::onLoopback)
                                .toList()));
    }

    private HostConfig limit(HostConfig host) {
        long memory = service.limits().memoryMegabytes() * MEGABYTE;
        return host.withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withReadonlyRootfs(true)
                .withTmpFs(service.tmpfs().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                folder -> "rw,noexec,nosuid,nodev,mode=1777,size=" + folder.getValue() + "m")))
                .withPidsLimit((long) service.limits().processes())
                .withMemory(memory)
                .withMemorySwap(memory)
                .withNanoCPUs(service.limits().cpus() * CPU)
                .withLogConfig(new LogConfig(LogConfig.LoggingType.LOCAL, CAPPED_LOG));
    }

    private static PortBinding onLoopback(int port) {
        return new PortBinding(Ports.Binding.bindIp(RunningServer.LOOPBACK), ExposedPort.tcp(port));
    }

    private static List<String> words(String[] command) {
        return command == null ? List.of() : Stream.of(command).toList();
    }

    /** Without a look at registries. */
    @Override
    public void start() {
        doStart();
    }

    /** In one call, and without a grace period: nothing in it is worth one. */
    @Override
    public void stop() {
        String id = getContainerId();
        if (id != null) {
            try {
                dockerClient
                        .removeContainerCmd(id)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException e) {
                // somebody else removed it
            }
        }
    }

    /** Testcontainers would look once a second. */
    private static final class Unchecked extends StartupCheckStrategy {
        @Override
        public boolean waitUntilStartupSuccessful(DockerClient client, String id) {
            return true;
        }

        @Override
        public StartupStatus checkStartupState(DockerClient client, String id) {
            ContainerState state = getCurrentState(client, id);
            return Boolean.TRUE.equals(state.getRunning()) ? StartupStatus.SUCCESSFUL : StartupStatus.FAILED;
        }
    }
}
