package dev.lexlab.check.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.check.engine.RunLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, in a folder of their own. */
class EmbeddedPostgresIT {
    private static final Settings SETTINGS = new Settings("max_connections = 30\nport = 1\n", "grader");
    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    static Path cache;

    private static Map<String, String> environment;

    private final List<String> steps = new ArrayList<>();

    @BeforeAll
    static void openTheFolder() throws IOException {
        environment = CacheFolder.in(cache);
    }

    @Test
    void answersItsAdministratorAndNobodyElse() throws Exception {
        try (EmbeddedPostgres server = start()) {
            assertThat(ask(server, "SHOW max_connections")).isEqualTo("30");
            assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "SHOW server_version"))
                    .isEqualTo(server.version())
                    .startsWith("17.");
            String secret = Files.readString(kept().resolve("secret"));
            assertThatThrownBy(() -> connect(server, "grader", secret))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> connect(server, "postgres", "")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void isGoneWhenItIsClosed() throws Exception {
        EmbeddedPostgres server = start();
        Postmaster process = postmaster(server.run());
        assertThat(process.data()).isDirectory();

        server.close();

        assertThat(process.isRunning()).isFalse();
        assertThat(process.data()).doesNotExist();
        assertThat(runs()).doesNotContain(server.run());
        assertThat(place().resolve("locks").resolve(server.run())).doesNotExist();
    }

    @Test
    void unpacksOnce() throws Exception {
        start().close();
        steps.clear();
        start().close();

        assertThat(steps).isEmpty();
    }

    @Test
    void endsWithItsOwnerThoughThatIsKilled() throws Exception {
        try (ServerHolder owner = ServerHolder.start(environment)) {
            Postmaster process = postmaster(owner.run());

            owner.kill();

            assertThat(process.process()
                            .onExit()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .isAlive())
                    .isFalse();
        }
    }

    @Test
    void theNextOneSweepsWhatAKilledOwnerAndItsKeeperLeftAndHarmsNoNeighbour() throws Exception {
        try (ServerHolder neighbour = ServerHolder.start(environment);
                ServerHolder owner = ServerHolder.start(environment)) {
            String orphan = owner.run();
            Postmaster left = postmaster(orphan);
            Postmaster beside = postmaster(neighbour.run());
            owner.killWithItsKeeper();
            assertThat(left.isRunning()).isTrue();

            start().close();

            assertThat(left.isRunning()).isFalse();
            assertThat(left.data()).doesNotExist();
            assertThat(runs()).doesNotContain(orphan);
            assertThat(beside.isRunning()).isTrue();
        }
    }

    @Test
    void aNumberThatBelongsToAnotherProcessIsLeftAlone() throws Exception {
        Path data = Files.createDirectories(place().resolve("runs/of-a-dead-process/data"));
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");

        start().close();

        assertThat(runs()).doesNotContain("of-a-dead-process");
    }

    @Test
    void whatIsNoLongerWholeIsMadeAnew() throws Exception {
        start().close();
        Path extension = find("btree_gist.control");
        Files.delete(extension);
        Path program = kept().resolve("programs/bin/postgres");
        Files.write(program, new byte[] {1});
        steps.clear();

        try (EmbeddedPostgres server = start()) {
            assertThat(ask(server, "SELECT count(*) FROM pg_available_extensions WHERE name = 'btree_gist'"))
                    .isEqualTo("1");
        }
        assertThat(extension).exists();
        assertThat(steps).containsExactly("PostgreSQL is unpacked and initialised");
    }

    @Test
    void whatIsBrokenWithinIsMadeAnew() throws Exception {
        start().close();
        Path control = kept().resolve("data/global/pg_control");
        Files.write(control, new byte[(int) Files.size(control)]);

        try (EmbeddedPostgres server = start()) {
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aPortThatSomebodyElseTookMeanwhileIsNoReasonToFail() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Deque<Integer> ports = new ArrayDeque<>(List.of(taken.getLocalPort(), EmbeddedPostgres.freePort()));
            int second = ports.getLast();

            try (EmbeddedPostgres server =
                    EmbeddedPostgres.start(environment, SETTINGS, ports::removeFirst, steps::add)) {
                assertThat(server.port()).isEqualTo(second);
            }
        }
    }

    @Test
    void settingsThatItCannotReadAreToldInItsOwnWords() {
        Settings nonsense = new Settings("shared_buffers = 'much'\n", "grader");

        assertThatThrownBy(() -> EmbeddedPostgres.start(environment, nonsense, steps::add))
                .isInstanceOf(EmbeddedFailure.class)
                .hasMessageStartingWith("PostgreSQL does not start on this machine: ")
                .hasMessageContaining("invalid value for parameter \"shared_buffers\": \"much\"");
        assertThat(runs())
                .allSatisfy(run -> assertThat(RunLock.isFree(place().resolve("locks"), run))
                        .isFalse());
    }

    @Test
    void cleaningLeavesWhatIsInUseAndTakesTheRest(@TempDir Path other) throws Exception {
        Map<String, String> here = CacheFolder.in(other);
        Place place = Place.of(here);
        Path dead = Files.createDirectories(place.run("of-a-dead-process"));
        try (RunLock living = RunLock.take(place.locks())) {
            Path used = Files.createDirectories(place.run(living.id()));

            assertThat(EmbeddedPostgres.clean(here)).isEqualTo(new EmbeddedPostgres.Cleaned(Optional.empty(), 1));
            assertThat(used).exists();
            assertThat(dead).doesNotExist();
        }

        assertThat(EmbeddedPostgres.clean(here)).isEqualTo(new EmbeddedPostgres.Cleaned(Optional.of(place.path()), 0));
        assertThat(place.path()).doesNotExist();
        assertThat(EmbeddedPostgres.clean(here)).isEqualTo(new EmbeddedPostgres.Cleaned(Optional.empty(), 0));
    }

    private EmbeddedPostgres start() throws Exception {
        return EmbeddedPostgres.start(environment, SETTINGS, steps::add);
    }

    private static String ask(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = connect(server, server.administrator(), server.password());
                ResultSet answer = connection.createStatement().executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres server, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + server.host() + ":" + server.port() + "/postgres", user, password);
    }

    private static Postmaster postmaster(String run) throws Exception {
        return Postmaster.of(Place.of(environment).data(run)).orElseThrow();
    }

    private static Path place() {
        return cache.resolve("lexlab/postgres");
    }

    private static Path kept() throws IOException {
        try (Stream<Path> children = Files.list(place())) {
            return children.filter(child -> child.getFileName().toString().startsWith("kept-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path find(String name) throws IOException {
        try (Stream<Path> files = Files.walk(kept())) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static List<String> runs() {
        try (Stream<Path> children = Files.list(place().resolve("runs"))) {
            return children.map(child -> child.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
