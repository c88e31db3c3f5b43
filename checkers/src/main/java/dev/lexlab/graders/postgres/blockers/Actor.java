package dev.lexlab.graders.postgres.blockers;

import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Pending;
import dev.lexlab.check.author.Session;
import java.util.Optional;

/** A session that plays its part. */
record Actor(Part part, Session session, long pid, Optional<Pending> pending) {
    private static final String ENDED = "57P01";

    String name() {
        return part.name();
    }

    /** What it is told when it sends its next statement. Whoever was ended before is told that. */
    Outcome next() {
        return session.attempt("SELECT 1");
    }

    static boolean isEnd(Outcome outcome) {
        return outcome.refusedWith(ENDED);
    }

    /** Lets go of all it holds. */
    void letGo() {
        session.attempt("ROLLBACK");
        session.attempt("SELECT pg_catalog.pg_advisory_unlock_all()");
    }
}
