package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Pending;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Session;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of the bank's client program: a connection, and the settings that it obeys. */
final class Teller {
    /** Serialisation failure and deadlock: what a transaction may be begun again for. */
    static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");

    /** Whatever the database's owner has set for new sessions: a client of the bank has patience. */
    private static final String PATIENCE =
            "SET lock_timeout = 0; SET statement_timeout = 0; SET transaction_timeout = 0;"
                    + " SET idle_in_transaction_session_timeout = 0; SET idle_session_timeout = 0";

    private final String name;
    private final ClientConf conf;
    private final Session session;
    private final int processId;

    private Teller(String name, ClientConf conf, Session session, int processId) {
        this.name = name;
        this.conf = conf;
        this.session = session;
        this.processId = processId;
    }

    /** The one of this name. */
    static Teller of(String name, Postgres db, ClientConf conf) {
        Session session = db.session(name);
        session.attempt(PATIENCE);
        session.attempt("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL "
                + conf.isolation().sql());
        Map<String, @Nullable Object> row =
                session.query("SELECT pg_catalog.pg_backend_pid() AS pid").get(0);
        int processId = ((Number) Objects.requireNonNull(row.get("pid"))).intValue();
        return new Teller(name, conf, session, processId);
    }

    /** The same one, whose statements and answers are noted. */
    Teller at(Evidence.Trace trace) {
        return new Teller(name, conf, trace.noting(name, session), processId);
    }

    String name() {
        return name;
    }

    int processId() {
        return processId;
    }

    ClientConf conf() {
        return conf;
    }

    /** Opens a transaction, asks and leaves it open. */
    Outcome askInOpenTransaction(Operation operation) {
        session.begin();
        return session.attempt(operation.sql());
    }

    Outcome commit() {
        return session.commit();
    }

    void giveUp() {
        session.rollback();
    }

    /** Asks in a transaction of its own, and does not wait for its end. */
    Pending start(Operation operation) {
        return session.start(operation.sql());
    }

    Session session() {
        return session;
    }
}
