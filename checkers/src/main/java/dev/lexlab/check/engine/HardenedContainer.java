package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import dev.lexlab.check.service.ServiceDefinition.Limits;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * The one way a container is made: hardened alike, whatever it is for. It waits for nothing; who starts it knows when it is
 * ready.
 */
final class HardenedContainer extends GenericContainer<HardenedContainer> {
    private static final long MEGABYTE = 1L << 20;
    private static final long CPU = 1_000_000_000L;
    /** One file alone is refused by this log driver. */
    private static final Map<String, String> CAPPED_LOG = Map.of("max-size", "1m", "max-file", "2");

    /**
     * Names in a network the engine knows itself. Any other it would hand on to this machine's name server, which is a way out; so
     * it is told to ask the container's own loopback, where nobody answers.
     */
    private static final List<String> NO_NAME_SERVER = List.of(RunningServer.LOOPBACK);

    private static final List<String> SOON_WITHOUT_ANSWER = List.of("timeout:1", "attempts:1");

    private final ContainerPlan plan;
    private final Hardening hardening;

    /** A container that is not started. */
    HardenedContainer(DockerClient client, ContainerPlan plan, Hardening hardening) {
        super(new RemoteDockerImage(DockerImageName.parse(plan.image()))
                .withImagePullPolicy(name -> false)
                .withImageNameSubstitutor(ImageNameSubstitutor.noop()));
        this.dockerClient = client;
        this.plan = plan;
        this.hardening = hardening;
        setStartupCheckStrategy(new Unchecked());
        setWaitStrategy(new AbstractWaitStrategy() {
            @Override
            protected void waitUntilReady() {
                // whoever starts it waits
            }
        });
        withEnv(plan.variables());
        withExposedPorts(plan.ports().toArray(Integer[]::new));
        withLabels(plan.labels());
        withCreateContainerCmdModifier(this::harden);
    }

    private void harden(CreateContainerCmd command) {
        plan.entrypoint().ifPresent(command::withEntrypoint);
        plan.command().ifPresent(command::withCmd);
        plan.user().ifPresent(command::withUser);
        plan.stopGracePeriod().ifPresent(period -> command.withStopTimeout((int) period.toSeconds()));
        command.withAliases(plan.name())
                .withHostName(plan.name())
                .withHostConfig(hardening.container(limit(new HostConfig())
                        .withNetworkMode(plan.network())
                        .withInit(plan.hasInit())
                        .withIpcMode(plan.ipc().orElse(null))
                        .withPidMode(plan.pid().orElse(null))
                        .withBinds(plan.volumes().entrySet().stream()
                                .map(volume -> new Bind(volume.getKey(), new Volume(volume.getValue())))
                                .toList())
                        .withPortBindings(plan.ports().stream()
                                .map(HardenedContainer::onLoopback)
                                .toList())));
    }

    private HostConfig limit(HostConfig host) {
        Limits limits = plan.limits();
        long memory = limits.memoryMegabytes() * MEGABYTE;
        return host.withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withReadonlyRootfs(true)
                .withTmpFs(plan.tmpfs().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, folder -> folder.getValue().options())))
                .withDns(NO_NAME_SERVER)
                .withDnsOptions(SOON_WITHOUT_ANSWER)
                .withPidsLimit((long) limits.processes())
                .withMemory(memory)
                .withMemorySwap(memory)
                .withNanoCPUs(limits.cpus() * CPU)
                .withLogConfig(new LogConfig(LogConfig.LoggingType.LOCAL, CAPPED_LOG));
    }

    private static PortBinding onLoopback(int port) {
        return new PortBinding(Ports.Binding.bindIp(RunningServer.LOOPBACK), ExposedPort.tcp(port));
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
            remove(dockerClient, id);
        }
    }

    static void remove(DockerClient client, String id) {
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (DockerException e) {
            // somebody else removed it, or the engine is gone: then it goes with the run
        }
    }

    /** Testcontainers would look once a second, and takes one that ended at once for a failure of its own. */
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
