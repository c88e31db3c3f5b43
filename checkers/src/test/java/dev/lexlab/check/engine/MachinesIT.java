package dev.lexlab.check.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Image;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceDefinition.Limits;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.files.Course;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** Machines, their networks, and images built for a learner, on the real engine. */
class MachinesIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DOCKERFILE = "Dockerfile";

    private static Engine engine;
    private static ServiceDefinition image;
    private static LabNetwork network;
    private static RunningContainer machine;

    @BeforeAll
    static void startOneMachine() throws Exception {
        image = new ServiceReader(new Course(Path.of(".."))).read("python");
        engine = Engine.connect(System.getenv());
        network = engine.network("lab");
        machine = engine.machine(image, "worker", List.of(network), Set.of("/tmp"));
    }

    @AfterAll
    static void leaveNothingBehind() {
        engine.close();
        List<String> ours = List.of("lexlab.run=" + engine.run());
        assertThat(client().listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(ours)
                        .exec())
                .isEmpty();
        assertThat(client().listNetworksCmd().withFilter("label", ours).exec()).isEmpty();
        assertThat(client().listVolumesCmd().withFilter("label", ours).exec().getVolumes())
                .isNullOrEmpty();
        assertThat(client().listImagesCmd().withFilter("label", ours).exec()).isEmpty();
    }

    @Test
    void aMachineIsHardenedLikeEverythingElse() {
        InspectContainerResponse container =
                client().inspectContainerCmd(machine.id()).exec();
        HostConfig host = container.getHostConfig();

        assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
        assertThat(host.getCapAdd()).isNullOrEmpty();
        assertThat(host.getPrivileged()).isFalse();
        assertThat(host.getSecurityOpts()).containsExactly("no-new-privileges");
        assertThat(host.getReadonlyRootfs()).isTrue();
        assertThat(host.getTmpFs().get("/tmp")).startsWith("rw,exec,nosuid,nodev,");
        assertThat(host.getDns()).containsExactly("127.0.0.1");
        assertThat(host.getPidsLimit()).isEqualTo(image.limits().processes());
        assertThat(host.getMemorySwap()).isEqualTo(host.getMemory());
        assertThat(host.getPortBindings().getBindings()).isEmpty();
        assertThat(container.getConfig().getUser()).isNotIn("", "root", "0");
    }

    @Test
    void aCommandReadsItsInputToTheEndAndHasItsVariables() throws Exception {
        byte[] input = "line\n".repeat(20_000).getBytes(UTF_8);
        ExecResult answer = machine.exec(
                SOON,
                new Exec(
                        List.of("sh", "-c", "wc -c; echo \"$GREETING\"; pwd; echo err >&2; exit 3"),
                        Map.of("GREETING", "good day"),
                        input,
                        "/tmp"));

        assertThat(answer.out().value().lines()).containsExactly("100000", "good day", "/tmp");
        assertThat(answer.err().value()).isEqualTo("err\n");
        assertThat(answer.exitCode()).isEqualTo(3);
    }

    @Test
    void filesOfALearnerArriveAndProgramsCanBeRun() throws Exception {
        machine.copy(
                "/tmp",
                Map.of(
                        "sub/say", "#!/bin/sh\ncat data.txt\n".getBytes(UTF_8),
                        "sub/data.txt", "grüße\n".getBytes(UTF_8)));

        Exec say = new Exec(List.of("./say"), Map.of(), new byte[0], "/tmp/sub");
        assertThat(machine.exec(SOON, say).out().value()).isEqualTo("grüße\n");
        assertThat(machine.exec(SOON, "/tmp/sub/data.txt").exitCode()).isEqualTo(126);
    }

    @Test
    void aMachineOutlivesAProgramThatEndsAllOthers() throws Exception {
        RunningContainer attacked = engine.machine(image, "attacked", List.of(network), Set.of());
        for (int i = 0; i < 3; i++) {
            attacked.exec(SOON, "sh", "-c", "kill -9 -1");
        }

        assertThat(attacked.exec(SOON, "echo", "still here").out().value()).isEqualTo("still here\n");
    }

    @Test
    void aStartedCommandGoesOnAndTellsWhatItSaidSoFar() throws Exception {
        RunningExec running = machine.start(Exec.of("sh", "-c", "echo begun; exec sleep 60"));
        while (running.said().value().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(running.isRunning()).isTrue();
        assertThat(running.said().value()).isEqualTo("begun\n");

        machine.exec(SOON, "sh", "-c", "kill -9 $(grep -al '^sleep.60' /proc/[0-9]*/cmdline | tr -dc '0-9\\n')");
        assertThat(running.await(SOON)).isTrue();
        assertThat(running.result().exitCode()).isEqualTo(137);
    }

    /** Its twin: on one network a listener is reached; the same listener on this machine is not. */
    @Test
    void aMachineReachesItsNeighboursAndNothingElse() throws Exception {
        RunningContainer neighbour = engine.machine(image, "neighbour", List.of(network), Set.of());
        RunningContainer stranger = engine.machine(image, "stranger", List.of(engine.network("elsewhere")), Set.of());
        neighbour.start(Exec.of("python3", "-m", "http.server", "8099", "--bind", "0.0.0.0"));
        try (ServerSocket canary = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            String port = Integer.toString(canary.getLocalPort());

            assertThat(reaches(machine, "neighbour", "8099", "--retry-connrefused", "--retry", "20"))
                    .isTrue();
            assertThat(reaches(stranger, "neighbour", "8099")).isFalse();
            for (String gateway : List.of(gateway(), "172.17.0.1", "host.docker.internal")) {
                assertThat(reaches(machine, gateway, port)).as(gateway).isFalse();
            }
            canary.setSoTimeout(1);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(canary::accept);
        }
    }

    private static boolean reaches(RunningContainer from, String host, String port, String... options)
            throws Exception {
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "-o", "/dev/null", "-m", "3"));
        words.addAll(List.of(options));
        words.add("http://" + host + ":" + port + "/");
        return from.exec(SOON, words.toArray(String[]::new)).succeeded();
    }

    private static String gateway() {
        return client().inspectNetworkCmd()
                .withNetworkId(network.id())
                .exec()
                .getIpam()
                .getConfig()
                .get(0)
                .getGateway();
    }

    @Test
    void anImageIsBuiltWithoutANetworkAndRunAsTheLearnerSays() throws Exception {
        String tag = engine.build(
                Map.of("a.txt", "from the context\n".getBytes(UTF_8)),
                DOCKERFILE,
                dockerfile(
                        "USER root",
                        "RUN ls /sys/class/net > /net",
                        "USER learner",
                        "COPY a.txt /a.txt",
                        "CMD [\"cat\", \"/a.txt\", \"/net\"]"),
                "web");
        RunningContainer container = engine.container(request(engine.images().id(tag)), network);
        while (container.exitCode().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(container.exitCode()).hasValue(0);
        assertThat(container.log().value().lines()).containsExactly("from the context", "lo");
        assertThat(client().inspectContainerCmd(container.id())
                        .exec()
                        .getHostConfig()
                        .getReadonlyRootfs())
                .isTrue();
    }

    @Test
    void aFailedBuildTellsItsStepAndItsImagesGoWithTheRun(@TempDir Path stateHome) throws Exception {
        String run;
        try (Engine own = Engine.connect(environment(stateHome))) {
            run = own.run();
            assertThatExceptionOfType(BuildFailed.class)
                    .isThrownBy(() ->
                            own.build(Map.of(), DOCKERFILE, dockerfile("RUN echo on the way >&2 && exit 7"), "web"))
                    .withMessageStartingWith("on the way\n")
                    .withMessageContaining("returned a non-zero code: 7")
                    .satisfies(failure -> assertThat(failure.step()).isEqualTo(3))
                    .satisfies(failure -> assertThat(failure.limit()).isEmpty());
            assertThat(imagesOf(run)).isNotEmpty();
        }
        assertThat(imagesOf(run)).isEmpty();
    }

    @Test
    void whatAMachineIsHeldToIsInForceAndNotedOnce(@TempDir Path stateHome) throws Exception {
        assertThat(engine.controls(image)).allMatch(Control::isInForce);

        try (Engine own = Engine.connect(environment(stateHome))) {
            own.machine(image, "first", List.of(own.network("lab")), Set.of("/tmp"))
                    .close();
        }
        assertThat(stateHome.resolve("lexlab"))
                .isDirectoryContaining("glob:**/sandbox-*")
                .isDirectoryNotContaining("glob:**/.sandbox*");
    }

    /** As if an engine gave less than it was asked for: what is in force is the same, and more was asked. */
    @Test
    void aControlThatIsNotThereEndsTheRun(@TempDir Path stateHome) throws Exception {
        EngineAddress address = EngineResolver.of(System.getenv()).resolve();
        SelfTest test = new SelfTest(StateFolder.of(environment(stateHome)), address, engine.apiVersion());

        assertThatExceptionOfType(ServerFailed.class)
                .isThrownBy(() -> test.require(machine, new Limits(256, 50, 1), Map.of()))
                .withMessage("the container engine does not hold containers to what is asked of it:"
                        + " processes (asked: 50, in force: 100)")
                .satisfies(failure -> assertThat(failure.remedy()).startsWith("./lexlab doctor says"));
        assertThat(test.isDone()).isFalse();

        test.require(machine, image.limits(), Map.of());
        assertThat(test.isDone()).isTrue();
    }

    /** A sweep of another process must know a build that goes on for a living run's, however far it is. */
    @Test
    void aBuildIsKnownForItsRunsWhileItGoesOn(@TempDir Path stateHome) throws Exception {
        try (Engine own = Engine.connect(environment(stateHome));
                Engine beside = Engine.connect(environment(stateHome))) {
            CompletableFuture<String> build = CompletableFuture.supplyAsync(() -> built(own, "RUN sleep 2"));
            Set<String> seen = new TreeSet<>();
            while (!build.isDone()) {
                beside.inUse().forEach(leftover -> seen.add(leftover.kind() + " of " + leftover.run()));
            }

            assertThat(build.join()).startsWith("lexlab-run/");
            assertThat(seen).containsExactly("container of " + own.run(), "image of " + own.run());
        }
    }

    @Test
    void whatAKilledBuildLeftIsSwept(@TempDir Path stateHome) throws Exception {
        String run;
        try (RunHolder other = RunHolder.building(stateHome, Images.tag(image.folder()))) {
            run = other.run();
            awaitSteps(run, true);
            other.kill();
            awaitSteps(run, false); // the engine ends it, and keeps what it had made
        }
        assertThat(imagesOf(run)).isNotEmpty();

        try (Engine next = Engine.connect(environment(stateHome))) {
            assertThat(next.swept()).extracting(Leftover::run).containsOnly(run);
        }
        assertThat(imagesOf(run)).isEmpty();
    }

    private static void awaitSteps(String run, boolean isRunning) {
        List<String> label = List.of("lexlab.run=" + run);
        while (client().listContainersCmd().withLabelFilter(label).exec().isEmpty() == isRunning) {
            Thread.onSpinWait();
        }
    }

    private static String built(Engine engine, String... more) {
        try {
            return engine.build(Map.of(), DOCKERFILE, dockerfile(more), "web");
        } catch (BuildFailed | ServerFailed | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As everything that is built has come through. */
    private static Function<Map<String, String>, String> dockerfile(String... more) {
        return RunHolder.dockerfile(Images.tag(image.folder()), more)::labelled;
    }

    private static Map<String, String> environment(Path stateHome) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_STATE_HOME", stateHome.toString());
        return environment;
    }

    /** Those in between, too. */
    private static List<String> imagesOf(String run) {
        return client()
                .listImagesCmd()
                .withShowAll(true)
                .withFilter("label", List.of("lexlab.run=" + run))
                .exec()
                .stream()
                .map(Image::getId)
                .toList();
    }

    @Test
    void whatIsKeptOutlivesItsProcessUntilItIsGivenUp(@TempDir Path stateHome) throws Exception {
        Map<String, String> environment = environment(stateHome);
        String run;
        String id;
        try (Engine keeper = Engine.connect(environment)) {
            id = keeper.machine(image, "kept", List.of(keeper.network("lab")), Set.of())
                    .id();
            run = keeper.keep();
        }

        try (Engine next = Engine.connect(environment)) {
            assertThat(next.swept()).isEmpty();
            RunningContainer kept = next.kept(id, "kept").orElseThrow();
            assertThat(kept.exec(SOON, "true").succeeded()).isTrue();

            next.giveUp(run);
            assertThat(next.kept(id, "kept")).isEmpty();
            assertThat(next.inUse()).isEmpty();
        }
        assertThat(stateHome.resolve("lexlab/runs")).isEmptyDirectory();
    }

    private static ContainerRequest request(String image) {
        return new ContainerRequest(
                image,
                "web",
                Optional.empty(),
                Map.of(),
                new Limits(64, 32, 1),
                Map.of("/tmp", 4),
                Map.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static DockerClient client() {
        return DockerClientFactory.instance().client();
    }
}
