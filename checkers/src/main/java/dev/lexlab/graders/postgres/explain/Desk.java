package dev.lexlab.graders.postgres.explain;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Session;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session in which names mean what they say, whatever a learner has set for it. */
final class Desk {
    /** A limit of time is one of speed, and a role can set one for itself. */
    private static final List<String> OWN_SETTINGS = List.of(
            "SET search_path = public",
            "SET statement_timeout = 0",
            "SET lock_timeout = 0",
            "SET transaction_timeout = 0",
            "SET default_transaction_read_only = off");

    private final Session session;

    private Desk(Session session) {
        this.session = session;
    }

    static Desk of(Postgres db) {
        Desk desk = new Desk(db.session());
        OWN_SETTINGS.forEach(desk::send);
        return desk;
    }

    List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... values) {
        return session.query(sql, values);
    }

    /** The first column of each row. */
    List<String> texts(String sql, @Nullable Object... values) {
        return query(sql, values).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }

    Outcome attempt(String sql) {
        return session.attempt(sql);
    }

    /** Sends what must be possible wherever nothing but indexes were added. */
    void send(String sql) {
        Outcome outcome = attempt(sql);
        if (!outcome.accepted()) {
            throw Failure.of("the database refuses what every client may do")
                    .expected("accepted: " + sql)
                    .seen(outcome)
                    .diagnose("more-than-indexes");
        }
    }

    /** What there is to see without these indexes; they are there again afterwards. */
    <T> T without(List<Index> indexes, Supplier<T> look) {
        return undone(() -> {
            indexes.forEach(index -> send("DROP INDEX IF EXISTS " + index.name() + " CASCADE"));
            return look.get();
        });
    }

    /** Nothing done in it stays. */
    <T> T undone(Supplier<T> look) {
        session.begin();
        try {
            return look.get();
        } finally {
            session.rollback();
        }
    }
}
