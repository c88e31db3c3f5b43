package dev.lexlab.check.embedded;

import dev.lexlab.check.engine.RunLock;
import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.postgresql.Driver;

/** The door: a PostgreSQL server of this process's own, that was seen to work. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final int ATTEMPTS = 3;
    private static final String REMEDY = "try again; where it happens twice, ./lexlab setup";

    private final Place place;
    private final RunLock lock;
    private final Keeper keeper;
    private final int port;
    private final String administrator;
    private final String password;
    private final String version;
    private boolean isClosed;

    private EmbeddedPostgres(
            Place place, RunLock lock, Keeper keeper, int port, String administrator, String password, String version) {
        this.place = place;
        this.lock = lock;
        this.keeper = keeper;
        this.port = port;
        this.administrator = administrator;
        this.password = password;
        this.version = version;
    }

    /**
     * Starts one and returns when it answers queries. The first time on a machine it is unpacked and initialised, which takes
     * some seconds.
     *
     * @param trace told what took time
     * @throws EmbeddedFailure where there is none for this machine, or it does not start; nothing is left of it then
     */
    public static EmbeddedPostgres start(Map<String, String> environment, Settings settings, Consumer<String> trace)
            throws EmbeddedFailure, InterruptedException {
        return start(environment, settings, EmbeddedPostgres::freePort, trace);
    }

    /** On the first of these ports that nobody else has taken meanwhile. */
    static EmbeddedPostgres start(
            Map<String, String> environment, Settings settings, Ports ports, Consumer<String> trace)
            throws EmbeddedFailure, InterruptedException {
        Place place = Place.of(environment);
        Binaries binaries = Binaries.ofMachine();
        try {
            RunLock lock = RunLock.take(place.locks());
            try {
                place.makeRun(lock.id());
                place.sweep();
                return start(place, binaries, settings, ports, lock, trace);
            } catch (EmbeddedFailure | IOException | InterruptedException | RuntimeException e) {
                remove(place, lock);
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "no database server can be set up in " + place.path() + ": " + e.getMessage(),
                    "see to it that this folder can be written and its disk is not full, then check again");
        }
    }

    /**
     * Looks whether one could be started, without starting it.
     *
     * @return the folder that it would lie in
     */
    public static Path place(Map<String, String> environment) throws EmbeddedFailure {
        Binaries unused = Binaries.ofMachine();
        return Place.choose(environment, Account.ofProcess());
    }

    private static EmbeddedPostgres start(
            Place place, Binaries binaries, Settings settings, Ports ports, RunLock lock, Consumer<String> trace)
            throws EmbeddedFailure, IOException, InterruptedException {
        Path run = place.run(lock.id());
        Path data = place.data(lock.id());
        Kept kept = Kept.of(place, binaries, settings, run, trace);
        String password = Secrets.next();
        boolean isRenewed = false;
        for (int attempt = 1; ; attempt++) {
            int port = ports.next();
            configure(place.account(), run, settings, port);
            Keeper keeper = Keeper.start(place.account(), kept, run, data);
            try {
                Optional<String> version = awaitReady(keeper, port, settings.administrator(), kept.secret(), password);
                if (version.isPresent()) {
                    return new EmbeddedPostgres(
                            place, lock, keeper, port, settings.administrator(), password, version.get());
                }
            } catch (EmbeddedFailure | InterruptedException | RuntimeException e) {
                keeper.close();
                throw e;
            }
            keeper.close();
            boolean isPort = keeper.foundPortTaken();
            if (attempt == ATTEMPTS || keeper.foundSettingsFaulty() || (!isPort && isRenewed)) {
                throw new EmbeddedFailure("PostgreSQL does not start on this machine: " + keeper.words(), REMEDY);
            }
            Trees.delete(data);
            Files.deleteIfExists(run.resolve("log"));
            if (!isPort) { // then what it begins with may be broken
                Kept.renew(place, binaries, settings, run);
                kept = Kept.of(place, binaries, settings, run, trace);
                isRenewed = true;
            }
        }
    }

    private static void configure(Account account, Path run, Settings settings, int port) throws IOException {
        account.open(Files.writeString(
                run.resolve("postgresql.conf"), settings.configuration() + """

                # what this machine needs
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                # in the data folder, so that it goes with that, whatever ended the server
                dynamic_shared_memory_type = mmap
                """.formatted(LOOPBACK, port)));
        account.open(Files.writeString(run.resolve("pg_hba.conf"), "host all all " + LOOPBACK + "/32 scram-sha-256\n"));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Asks until there is an answer, and gives the administrator a password that stands in no file.
     *
     * @return the server's version; empty where it ended instead
     */
    private static Optional<String> awaitReady(
            Keeper keeper, int port, String administrator, String secret, String password)
            throws EmbeddedFailure, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing was asked yet";
        while (System.nanoTime() < deadline) {
            if (keeper.hasGivenUp()) {
                return Optional.empty();
            }
            try (Connection connection = connect(port, administrator, secret);
                    Statement statement = connection.createStatement()) {
                // Ours is random: hashing it thousands of times guards nothing.
                statement.execute(
                        "SET scram_iterations = 1; ALTER ROLE " + administrator + " PASSWORD '" + password + "'");
                try (ResultSet version = statement.executeQuery("SHOW server_version")) {
                    version.next();
                    return Optional.of(version.getString(1));
                }
            } catch (SQLException e) {
                last = String.valueOf(e.getMessage());
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        throw new EmbeddedFailure(
                "PostgreSQL was not ready within " + PATIENCE.toSeconds() + " s; it last said: " + last + " | "
                        + keeper.words(),
                REMEDY);
    }

    private static Connection connect(int port, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("preferQueryMode", "simple");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        Connection connection =
                new Driver().connect("jdbc:postgresql://" + LOOPBACK + ":" + port + "/postgres", properties);
        if (connection == null) {
            throw new IllegalStateException("the driver does not know its own kind of address");
        }
        return connection;
    }

    public String host() {
        return LOOPBACK;
    }

    public int port() {
        return port;
    }

    /** A superuser that no learner's code ever learns of. */
    public String administrator() {
        return administrator;
    }

    /** Made for this very server. */
    public String password() {
        return password;
    }

    /** As the server says it: {@code 17.11}. */
    public String version() {
        return version;
    }

    /** Names the run in the folders of this account; see the package. */
    public String run() {
        return lock.id();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isClosed = true;
        }
        keeper.close();
        remove(place, lock);
    }

    private static void remove(Place place, RunLock lock) {
        try {
            place.remove(lock.id());
            lock.close();
        } catch (IOException e) {
            // the next server of this account sweeps
        }
    }

    /**
     * Removes what is ours of this account: what dead processes left, and the rest where no server is in use.
     *
     * @return what it came to
     */
    public static Cleaned clean(Map<String, String> environment) throws IOException {
        Optional<Place> place;
        try {
            place = Place.existing(environment);
        } catch (EmbeddedFailure e) {
            return new Cleaned(Optional.empty(), 0); // then there never was one
        }
        if (place.isEmpty()) {
            return new Cleaned(Optional.empty(), 0);
        }
        place.get().sweep();
        int inUse = place.get().living().size();
        if (inUse == 0) {
            Trees.delete(place.get().path());
        }
        return new Cleaned(inUse == 0 ? Optional.of(place.get().path()) : Optional.empty(), inUse);
    }

    /** Where servers may listen. */
    interface Ports {
        int next() throws IOException;
    }

    /**
     * What cleaning came to.
     *
     * @param removed the folder, where it is gone
     * @param inUse how many servers keep it
     */
    public record Cleaned(Optional<Path> removed, int inUse) {}
}
