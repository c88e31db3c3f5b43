package dev.lexlab.check.environment;

import dev.lexlab.check.embedded.EmbeddedPostgres;
import dev.lexlab.check.engine.RunningServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The administrator's side of a running server: makes and drops databases and roles, watches, ends what hangs. It never
 * touches what a learner made: a view or function of theirs would run with the administrator's rights.
 */
final class PostgresServer implements AutoCloseable {
    private static final int PROBE_MILLISECONDS = 3000;
    /**
     * Hashing a password thousands of times guards short ones against guessing; ours are random, new for every role, and
     * each session of a learner would take ten milliseconds longer. The setting is there from PostgreSQL 16 on.
     */
    private static final String QUICK_LOGINS =
            "SELECT set_config(name, '1', false) FROM pg_settings WHERE name = 'scram_iterations'";

    private static final int LOOKS_FOR_AN_END = 1000;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final Executor AT_ONCE = Runnable::run;

    private final PostgresAddress address;
    private final Connection connection;
    private final Optional<EmbeddedPostgres> embedded;
    private final Supplier<Ailment> whenSilent;
    private final BitSet leases = new BitSet();

    private PostgresServer(
            PostgresAddress address,
            Connection connection,
            Optional<EmbeddedPostgres> embedded,
            Supplier<Ailment> whenSilent) {
        this.address = address;
        this.connection = connection;
        this.embedded = embedded;
        this.whenSilent = whenSilent;
    }

    static PostgresServer connect(RunningServer server) {
        return connect(PostgresAddress.of(server), Optional.empty(), () -> Ailment.of(server));
    }

    /** From now on the server ends with this. */
    static PostgresServer connect(EmbeddedPostgres server) {
        try {
            return connect(
                    PostgresAddress.of(server),
                    Optional.of(server),
                    () -> new Ailment("the database server does not answer any more", Ailment.AGAIN));
        } catch (ServerGone e) {
            server.close();
            throw e;
        }
    }

    private static PostgresServer connect(
            PostgresAddress address, Optional<EmbeddedPostgres> embedded, Supplier<Ailment> whenSilent) {
        try {
            PostgresServer server = new PostgresServer(address, address.administer(), embedded, whenSilent);
            server.command(QUICK_LOGINS);
            return server;
        } catch (SQLException e) {
            throw Faults.gone("the database server does not let the grader in", e);
        }
    }

    /** Whether programs reach it from this very machine, at its address, and nobody by a name. */
    boolean isHere() {
        return embedded.isPresent();
    }

    PostgresAddress address() {
        return address;
    }

    /** The lowest free number, so that names, which show in messages, are the same in every run. */
    synchronized int lease() {
        int number = leases.nextClearBit(0);
        leases.set(number);
        return number;
    }

    synchronized void release(int lease) {
        leases.clear(lease);
    }

    /** Runs a command of ours; names in it are ours, too. */
    synchronized void command(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw gone(e);
        }
    }

    synchronized boolean isBlocked(int processId, Collection<Integer> by) {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT pg_blocking_pids(?) && CAST(? AS integer[])")) {
            query.setInt(1, processId);
            query.setString(2, by.toString().replace('[', '{').replace(']', '}'));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw gone(e);
        }
    }

    /** Whether this backend is gone and the server is not: one that shuts down takes no connections from then on. */
    boolean hasEnded(int processId) {
        try (Connection fresh = address.administer();
                PreparedStatement query = fresh.prepareStatement("SELECT 1 FROM pg_stat_activity WHERE pid = ?")) {
            query.setInt(1, processId);
            for (int look = 0; look < LOOKS_FOR_AN_END; look++) { // it says so a moment before it is gone
                try (ResultSet there = query.executeQuery()) {
                    if (!there.next()) {
                        return true;
                    }
                }
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        } catch (SQLException e) {
            // then it is the server that is gone
        }
        return false;
    }

    synchronized boolean isInUse(String database) {
        return !processes("datname", database, "pid::text").isEmpty();
    }

    synchronized boolean knows(String role) {
        try (PreparedStatement query = connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, role);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw gone(e);
        }
    }

    /** What the sessions of a role are doing, in the server's words. */
    synchronized List<String> activityOf(String role) {
        return processes(
                "usename",
                role,
                "state || CASE WHEN wait_event_type IS NULL THEN '' ELSE ', waiting for '"
                        + " || lower(wait_event_type) || ' ' || wait_event END");
    }

    synchronized void terminate(String role) {
        processes("usename", role, "pg_terminate_backend(pid)::text");
    }

    private List<String> processes(String column, String value, String wanted) {
        List<String> found = new ArrayList<>();
        String sql = "SELECT " + wanted + " FROM pg_stat_activity WHERE " + column + " = ? ORDER BY backend_start";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw gone(e);
        }
    }

    /** Asks for the real thing, with a short deadline of its own. */
    synchronized boolean answers() {
        try {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(AT_ONCE, PROBE_MILLISECONDS);
            try (Statement statement = connection.createStatement();
                    ResultSet one = statement.executeQuery("SELECT 1")) {
                return one.next();
            } finally {
                connection.setNetworkTimeout(AT_ONCE, usual);
            }
        } catch (SQLException e) {
            return false;
        }
    }

    /** What is wrong with it; empty where it answers. */
    Optional<Ailment> ailment() {
        return answers() ? Optional.empty() : Optional.of(whenSilent.get());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // it was gone already
        }
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    private static ServerGone gone(SQLException e) {
        return Faults.gone(e);
    }
}
