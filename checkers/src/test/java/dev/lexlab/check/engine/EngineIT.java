package dev.lexlab.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Network;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceDefinition.Limits;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.files.Course;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** On the real engine; where there is none, these tests fail: a machine that cannot grade must not look fit. */
class EngineIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String GREEDY =
            "SELECT length(string_agg(repeat('x', 1000000), '')) FROM generate_series(1, 400)";
    private static final long MEGABYTE = 1L << 20;

    private static Course course;
    private static Engine engine;
    private static ServiceDefinition postgres;
    private static RunningServer server;

    @BeforeAll
    static void startOneServer() throws Exception {
        course = new Course(Path.of(".."));
        postgres = new ServiceReader(course).read("postgres");
        engine = Engine.connect(System.getenv());
        server = engine.server(postgres);
    }

    @AfterAll
    static void leaveNothingBehind() {
        engine.close();
        assertThat(ofRun(engine.run())).isEmpty();
    }

    @Test
    void theAccountOfTheServiceReachesARealPostgres() throws Exception {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT version(), rolsuper FROM pg_roles WHERE rolname = current_user")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).startsWith("PostgreSQL 17");
            assertThat(row.getBoolean(2)).isTrue();
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> connect(server, "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void theServerIsHardened() {
        InspectContainerResponse container = inspect(server);
        HostConfig host = container.getHostConfig();

        assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
        assertThat(host.getCapAdd()).isNullOrEmpty();
        assertThat(host.getPrivileged()).isFalse();
        assertThat(host.getSecurityOpts()).containsExactly("no-new-privileges");
        assertThat(host.getReadonlyRootfs()).isTrue();
        assertThat(host.getTmpFs())
                .isEqualTo(Map.of(
                        "/srv/lexlab", "rw,noexec,nosuid,nodev,mode=1777,size=512m,nr_inodes=32768",
                        "/tmp", "rw,noexec,nosuid,nodev,mode=1777,size=16m,nr_inodes=1024"));
        assertThat(host.getPidsLimit()).isEqualTo(200);
        assertThat(host.getMemory()).isEqualTo(768 * MEGABYTE);
        assertThat(host.getMemorySwap()).isEqualTo(768 * MEGABYTE);
        assertThat(host.getNanoCPUs()).isEqualTo(2_000_000_000L);
        assertThat(host.getLogConfig().getType()).isEqualTo(LogConfig.LoggingType.LOCAL);
        assertThat(host.getLogConfig().getConfig()).isEqualTo(Map.of("max-size", "1m", "max-file", "2"));
        assertThat(host.getBinds()).isEmpty();
        assertThat(container.getMounts()).isEmpty();
        assertThat(container.getConfig().getUser()).isEqualTo("postgres");
        assertThat(container.getConfig().getEntrypoint()).containsSequence("timeout", "--kill-after=5", "43200");
    }

    @Test
    void whatIsOursIsLabelled() {
        assertThat(inspect(server).getConfig().getLabels())
                .containsEntry("lexlab.run", engine.run())
                .containsEntry("lexlab.kind", "server")
                .containsKey("lexlab.home");
    }

    @Test
    void thePortIsPublishedOnTheLoopbackOnlyAndTheNetworkLeadsNowhere() {
        InspectContainerResponse container = inspect(server);

        assertThat(container.getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(5432)))
                .singleElement()
                .satisfies(binding -> assertThat(binding.getHostIp()).isEqualTo("127.0.0.1"));
        Network network = client().inspectNetworkCmd()
                .withNetworkId("lexlab-" + engine.run())
                .exec();
        assertThat(container.getNetworkSettings().getNetworks()).containsOnlyKeys("lexlab-" + engine.run());
        assertThat(network.getOptions())
                .containsEntry("com.docker.network.bridge.enable_icc", "false")
                .containsEntry("com.docker.network.bridge.enable_ip_masquerade", "false");
    }

    @Test
    void aCommandAnswersOrIsEndedAtItsDeadline() throws Exception {
        ExecResult answer = server.exec(SOON, "sh", "-c", "echo out; echo err >&2; exit 3");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.out().value()).isEqualTo("out\n");
        assertThat(answer.err().value()).isEqualTo("err\n");
        assertThat(answer.inTime()).isTrue();
        assertThat(answer.succeeded()).isFalse();

        assertThat(server.exec(Duration.ofMillis(200), "sleep", "60").inTime()).isFalse();
        assertThat(server.exec(SOON, "pgrep", "sleep").exitCode()).isEqualTo(1);
    }

    @Test
    void endlessOutputIsCutAndCounted() throws Exception {
        ExecResult answer = server.exec(SOON, "head", "-c", "200000", "/dev/zero");

        assertThat(answer.out().isCut()).isTrue();
        assertThat(answer.out().length()).isEqualTo(200_000);
    }

    @Test
    void aResetRemovesDatabasesAndRoles() throws Exception {
        try (RunningServer own = engine.server(postgres)) {
            try (Connection connection = connect(own);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE learner LOGIN");
                statement.execute("CREATE DATABASE work OWNER learner");
            }
            own.reset();
            try (Connection connection = connect(own);
                    Statement statement = connection.createStatement();
                    ResultSet names = statement.executeQuery("SELECT datname FROM pg_database WHERE datname = 'work'"
                            + " UNION SELECT rolname FROM pg_roles WHERE rolname = 'learner'")) {
                assertThat(names.next()).isFalse();
            }
        }
    }

    @Test
    void aKilledServerIsSeenToBeDead() throws Exception {
        try (RunningServer own = engine.server(postgres)) {
            assertThat(own.alive()).isTrue();

            client().killContainerCmd(own.container().id()).exec();

            assertThat(own.alive()).isFalse();
            assertThat(own.death()).contains("it ended with exit code 137");
            assertThatExceptionOfType(ServerFailed.class)
                    .isThrownBy(() -> own.exec(SOON, "true"))
                    .withMessage("server 'postgres' cannot be used: it ended with exit code 137");
        }
    }

    @Test
    void aServerThatWasRemovedIsSeenToBeDead() throws Exception {
        try (RunningServer own = engine.server(postgres)) {
            client().removeContainerCmd(own.container().id()).withForce(true).exec();

            assertThat(own.death()).contains("its container is gone");
        }
    }

    @Test
    void aServerThatRanOutOfMemoryIsSeenToBeDead() throws Exception {
        Limits little = new Limits(96, 200, 1);
        try (RunningServer own = engine.server(with(postgres.ready(), SOON, little))) {
            own.exec(SOON, "psql", "-qAtX", "-h", "127.0.0.1", "-U", "grader", "-d", "postgres", "-c", GREEDY);

            assertThat(own.deathWithin(SOON)).contains("it was stopped: more than 96 MB of memory");
        }
    }

    @Test
    void aServerThatNeverGetsReadyIsToldWithItsLogAndRemoved() {
        ServiceDefinition never =
                with(List.of("sh", "-c", "echo not yet >&2; exit 1"), Duration.ofSeconds(1), postgres.limits());
        int before = ofRun(engine.run()).size();

        assertThatExceptionOfType(ServerFailed.class)
                .isThrownBy(() -> engine.server(never))
                .withMessageStartingWith("server 'postgres' was not ready within 1 s:"
                        + " 'sh -c echo not yet >&2; exit 1' last said: not yet; the end of its log:\n")
                .withMessageContaining("database system is ready to accept connections");
        assertThat(ofRun(engine.run())).hasSize(before);
    }

    @Test
    void anImageThatIsNotBuiltIsToldWithTheCommandThatBuildsIt(@TempDir Path recipe) {
        ServiceDefinition unbuilt = new ServiceDefinition(
                recipe,
                "redis",
                "",
                Map.of("redis", 6379),
                List.of("true"),
                SOON,
                List.of("true"),
                Optional.empty(),
                Optional.empty(),
                postgres.limits(),
                Map.of("/data", 1));

        assertThatExceptionOfType(ServerFailed.class)
                .isThrownBy(() -> engine.server(unbuilt))
                .withMessage("the image of 'redis' is not built yet")
                .satisfies(failure -> assertThat(failure.remedy()).isEqualTo("./lexlab setup"));
    }

    @Test
    void aRunningRunIsLeftAloneAndAKilledOneIsSwept(@TempDir Path stateHome) throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_STATE_HOME", stateHome.toString());
        try (RunHolder other = RunHolder.start(stateHome, course.root().toString())) {
            String run = other.run();
            assertThat(ofRun(run)).hasSize(2);

            try (Engine beside = Engine.connect(environment)) {
                assertThat(beside.swept()).isEmpty();
                assertThat(beside.inUse()).extracting(Leftover::run).containsOnly(run);
            }
            assertThat(ofRun(run)).hasSize(2);

            other.kill();
            assertThat(ofRun(run)).hasSize(2);
            try (Engine next = Engine.connect(environment)) {
                assertThat(next.swept())
                        .extracting(Leftover::kind)
                        .containsExactlyInAnyOrder(Leftover.Kind.CONTAINER, Leftover.Kind.NETWORK);
            }
            assertThat(ofRun(run)).isEmpty();
        }
        assertThat(stateHome.resolve("lexlab/runs")).isEmptyDirectory();
    }

    private static ServiceDefinition with(List<String> ready, Duration patience, Limits limits) {
        return new ServiceDefinition(
                postgres.folder(),
                postgres.name(),
                postgres.about(),
                postgres.ports(),
                ready,
                patience,
                postgres.reset(),
                postgres.account(),
                postgres.learner(),
                limits,
                postgres.tmpfs());
    }

    private static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    private static InspectContainerResponse inspect(RunningServer server) {
        return client().inspectContainerCmd(server.container().id()).exec();
    }

    /** Names of the containers and networks that carry a run's label. */
    private static List<String> ofRun(String run) {
        List<String> label = List.of("lexlab.run=" + run);
        return Stream.concat(
                        client().listContainersCmd().withShowAll(true).withLabelFilter(label).exec().stream()
                                .map(container -> container.getId()),
                        client().listNetworksCmd().withFilter("label", label).exec().stream()
                                .map(network -> network.getName()))
                .toList();
    }

    private static Connection connect(RunningServer server) throws SQLException {
        return connect(server, server.password());
    }

    private static Connection connect(RunningServer server, String password) throws SQLException {
        String url = "jdbc:postgresql://" + server.host() + ":" + server.port("postgres") + "/postgres";
        return DriverManager.getConnection(url, "grader", password);
    }
}
