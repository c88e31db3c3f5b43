package dev.lexlab.check.environment;

import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.environment.Environment.Address;
import dev.lexlab.check.environment.Environment.Stuck;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One role and two databases on a server that others may use, too: what was prepared, and the copy a check works in. A second
 * role, the colleague, is made when a check first asks for it.
 */
final class PostgresEnvironment implements Part<Postgres> {
    /** Files are copied as they are: in memory that takes a third of the time that writing all their pages to the log does. */
    private static final String COPYING = " STRATEGY file_copy";

    private static final String PORT = "5432";
    private static final String WRONG_PASSWORD = "28P01";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(2);

    private final String name;
    private final Supplier<PostgresServer> servers;
    private final Activity activity = new Activity();
    private final String password = password();
    private final String colleaguesPassword = password();
    private volatile @Nullable Lease lease;
    private @Nullable LearnerDatabase prepared;
    private volatile @Nullable LearnerDatabase present;

    /**
     * Asks for the server only when a database is wanted.
     *
     * @param name what others on the task's networks call the server
     */
    PostgresEnvironment(String name, Supplier<PostgresServer> servers) {
        this.name = name;
        this.servers = servers;
    }

    @Override
    public Postgres unprepared() {
        Lease here = lease();
        if (prepared != null) { // beside something that cannot be copied, so that it is prepared for every check
            endSessions();
            dropDatabases(here);
        }
        here.server.command("CREATE DATABASE " + here.template + " OWNER " + here.role + COPYING);
        prepared = database(here, here.template);
        present = prepared;
        return prepared;
    }

    @Override
    public Postgres fresh() {
        Lease here = lease();
        if (prepared == null) {
            unprepared();
        }
        endSessions();
        awaitUnused(here, here.template);
        here.server.command("DROP DATABASE IF EXISTS " + here.copy + " WITH (FORCE)");
        here.server.command(
                "CREATE DATABASE " + here.copy + " TEMPLATE " + here.template + " OWNER " + here.role + COPYING);
        LearnerDatabase fresh = database(here, here.copy);
        present = fresh;
        return fresh;
    }

    @Override
    public Postgres same() {
        LearnerDatabase latest = present;
        return latest == null ? fresh() : latest;
    }

    @Override
    public Stuck cutOff() {
        Lease here = lease;
        String awaited = activity.now();
        if (here == null) {
            return new Stuck(awaited, "no database was in use yet");
        }
        List<String> doing = endWhatItDoes(here);
        endSessions();
        return new Stuck(awaited, doing.isEmpty() ? "no session was open" : String.join("; ", doing));
    }

    private static void terminate(Lease here) {
        here.server.terminate(here.role);
        here.server.terminate(here.colleague);
    }

    private static List<String> endWhatItDoes(Lease here) {
        try {
            if (here.server.answers()) { // which it is asked with a shorter deadline than anything else
                List<String> doing = new ArrayList<>(here.server.activityOf(here.role));
                doing.addAll(here.server.activityOf(here.colleague));
                terminate(here);
                return List.copyOf(doing);
            }
        } catch (ServerGone e) {
            // it went away in between
        }
        return List.of("the server did not answer");
    }

    @Override
    public Optional<Ailment> ailment() {
        Lease here = lease;
        return here == null ? Optional.empty() : here.server.ailment();
    }

    /** As {@code psql} and every other client of the library reads them. */
    @Override
    public Map<String, String> variables() {
        Lease here = lease();
        PostgresAddress address = here.server.address();
        boolean isHere = here.server.isHere();
        return Map.of(
                "PGHOST",
                isHere ? address.host() : name,
                "PGPORT",
                isHere ? Integer.toString(address.port()) : PORT,
                "PGUSER",
                here.role,
                "PGPASSWORD",
                password,
                "PGDATABASE",
                database(here));
    }

    @Override
    public List<Address> addresses() {
        Lease here = lease();
        PostgresAddress server = here.server.address();
        return List.of(new Address(
                "PostgreSQL",
                "postgresql://" + here.role + ":" + password + "@" + server.host() + ":" + server.port() + "/"
                        + database(here)));
    }

    private String database(Lease here) {
        return present == null || present == prepared ? here.template : here.copy;
    }

    @Override
    public void close() {
        Lease here = lease;
        if (here == null) {
            return;
        }
        endSessions();
        try {
            drop(here);
        } catch (ServerGone e) {
            // then everything in it is gone as well
        }
        here.server.release(here.number);
        lease = null;
    }

    private Lease lease() {
        Lease here = lease;
        if (here != null) {
            return here;
        }
        PostgresServer server = servers.get();
        Lease taken = Lease.of(server, server.lease());
        drop(taken); // a grading that was cut off may have left them
        server.command("CREATE ROLE " + taken.role + " LOGIN PASSWORD '" + password + "'");
        lease = taken;
        return taken;
    }

    private static void drop(Lease here) {
        dropDatabases(here);
        here.server.command("DROP ROLE IF EXISTS " + here.role + ", " + here.colleague);
    }

    private static void dropDatabases(Lease here) {
        // Its owner may have made a database a template, and those cannot be dropped.
        here.server.command("UPDATE pg_database SET datistemplate = false WHERE datname IN ('" + here.copy + "', '"
                + here.template + "')");
        here.server.command("DROP DATABASE IF EXISTS " + here.copy + " WITH (FORCE)");
        here.server.command("DROP DATABASE IF EXISTS " + here.template + " WITH (FORCE)");
    }

    private LearnerDatabase database(Lease here, String name) {
        return new LearnerDatabase(
                here.server,
                activity,
                () -> {
                    try {
                        return connect(here, name);
                    } catch (SQLException e) {
                        throw Faults.gone("the database server does not let the learner in", e);
                    }
                },
                () -> {
                    try {
                        return connectColleague(here, name);
                    } catch (SQLException e) {
                        throw Faults.gone("the database server does not let the learner's colleague in", e);
                    }
                },
                () -> connectElsewhere(here, name));
    }

    /** What was prepared is another database for whoever works in a copy of it. */
    private Connection connectElsewhere(Lease here, String name) {
        if (name.equals(here.template)) {
            throw new IllegalStateException("only a check has another database");
        }
        try {
            return connect(here, here.template);
        } catch (SQLException e) {
            throw Faults.gone("the database server does not let the learner in", e);
        }
    }

    /** Made only here, since few checks want one. Rights in a database are not copied with it, so they are given in each. */
    private Connection connectColleague(Lease here, String database) throws SQLException {
        if (!here.server.knows(here.colleague)) {
            here.server.command("CREATE ROLE " + here.colleague + " LOGIN PASSWORD '" + colleaguesPassword + "'");
        }
        here.server.command("GRANT CONNECT, CREATE ON DATABASE " + database + " TO " + here.colleague);
        return here.server.address().client(database, here.colleague, colleaguesPassword);
    }

    /** A role may change its own password, by mistake or not. */
    private Connection connect(Lease here, String database) throws SQLException {
        try {
            return here.server.address().client(database, here.role, password);
        } catch (SQLException e) {
            if (!WRONG_PASSWORD.equals(e.getSQLState())) {
                throw e;
            }
            here.server.command("ALTER ROLE " + here.role + " PASSWORD '" + password + "'");
            return here.server.address().client(database, here.role, password);
        }
    }

    private void endSessions() {
        LearnerDatabase latest = present;
        if (latest != null) {
            latest.endSessions();
        }
    }

    /** A database with sessions in it cannot be copied, and the server itself looks again only every 100 ms. */
    private static void awaitUnused(Lease here, String database) {
        long deadline = System.nanoTime() + PATIENCE;
        while (here.server.isInUse(database)) {
            if (System.nanoTime() > deadline) {
                terminate(here); // the server then waits for their end itself
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    private static String password() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Names show in messages of the server; the first lease of a server, nearly always the only one, has plain ones. */
    private record Lease(
            PostgresServer server, int number, String role, String colleague, String template, String copy) {
        static Lease of(PostgresServer server, int number) {
            String suffix = number == 0 ? "" : "_" + number;
            return new Lease(
                    server, number, "learner" + suffix, "colleague" + suffix, "prepared" + suffix, "lab" + suffix);
        }
    }
}
