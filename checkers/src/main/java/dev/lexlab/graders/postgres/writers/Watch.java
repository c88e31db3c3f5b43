package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks from outside how far a client has come. {@code Pending.waits()} would do for whoever waits in a lock's queue; this
 * sees also who asks for a lock again and again and sleeps in between.
 */
final class Watch {
    /** Far more than any statement here needs; then it goes on without an answer, and no verdict depends on it. */
    private static final int MOST_LOOKS = 2000;

    private static final String PAUSE = "SELECT pg_catalog.pg_sleep(0.002)";
    private static final String LOOK = """
            SELECT CASE WHEN me.query_start::text = ? THEN 'NOT_SENT'
                        WHEN me.state = 'idle' THEN 'ENDED'
                        WHEN EXISTS (SELECT FROM pg_catalog.pg_stat_activity other
                                      WHERE other.pid = ANY (pg_catalog.pg_blocking_pids(me.pid))
                                        AND other.state = 'idle') THEN 'STUCK'
                        WHEN pg_catalog.cardinality(pg_catalog.pg_blocking_pids(me.pid)) > 0 THEN 'WAITS'
                        WHEN me.wait_event = 'PgSleep' THEN 'SLEEPS'
                        ELSE 'WORKS' END AS state
              FROM pg_catalog.pg_stat_activity me WHERE me.pid = ?""";

    private final Session session;
    private final Map<Call, String> before = new HashMap<>();

    Watch(Session session) {
        this.session = session;
    }

    /** Lets the client ask, and remembers what it did before. */
    void start(Call call) {
        String sql = "SELECT query_start::text AS started FROM pg_catalog.pg_stat_activity WHERE pid = ?";
        before.put(call, text(sql, "started", call.teller().processId()));
        call.start();
    }

    /**
     * Until it goes no further by itself.
     *
     * @return whether it stands in somebody's queue
     */
    boolean waits(Call call) {
        State state = look(call);
        for (int looks = 0; looks < MOST_LOOKS && state.isUnderWay(); looks++) {
            session.attempt(PAUSE);
            state = look(call);
        }
        return state != State.ENDED;
    }

    /** Until it has ended, or waits for what nobody will ever end; whoever works on is waited for elsewhere. */
    void untilEnded(Call call) {
        boolean wasStuck = false;
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            State state = look(call);
            if (state == State.ENDED) {
                return;
            }
            // Twice: the one in the way may have been about to say that it has ended.
            if (state == State.STUCK && wasStuck) {
                throw new StuckCall(call);
            }
            wasStuck = state == State.STUCK;
            session.attempt(PAUSE);
        }
    }

    private State look(Call call) {
        return State.valueOf(
                text(LOOK, "state", before.getOrDefault(call, ""), call.teller().processId()));
    }

    private String text(String sql, String column, @Nullable Object... values) {
        Map<String, @Nullable Object> row = session.query(sql, values).stream()
                .findFirst()
                .orElseThrow(() -> Failure.of("a client's connection was ended from inside the database")
                        .expected("nobody ends the connections of clients")
                        .seen("it is not among the server's sessions any more")
                        .next("take out of your file what ends connections"));
        return Objects.requireNonNullElse(row.get(column), "").toString();
    }

    /** A client waits for another that has nothing open. */
    static final class StuckCall extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Call call;

        StuckCall(Call call) {
            super(call.operation().sql());
            this.call = call;
        }

        Call call() {
            return call;
        }
    }

    private enum State {
        NOT_SENT,
        WORKS,
        SLEEPS,
        WAITS,
        STUCK,
        ENDED;

        boolean isUnderWay() {
            return this == NOT_SENT || this == WORKS;
        }
    }
}
