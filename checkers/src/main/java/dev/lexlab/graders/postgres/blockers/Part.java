package dev.lexlab.graders.postgres.blockers;

import java.util.ArrayList;
import java.util.List;

/**
 * One session of a {@link Scene}.
 *
 * @param name tells a reader what it is there for; the server never learns it
 * @param done what it has sent, and was answered
 * @param doing what it has sent last, and what has not ended; empty where there is nothing
 * @param behind the sessions it waits for directly, as {@code pg_blocking_pids} tells it
 */
record Part(String name, Stance stance, Hold hold, List<String> done, String doing, List<String> behind) {
    static final String LONG_STATEMENT = "SELECT pg_sleep(3600)";
    private static final String BEGIN = "BEGIN";

    Part {
        done = List.copyOf(done);
        behind = List.copyOf(behind);
    }

    /** One that waits for its client between two transactions. */
    static Part idle(String name, String... done) {
        return new Part(name, Stance.IDLE, Hold.NOTHING, List.of(done), "", List.of());
    }

    /** One that waits for its client inside a transaction. */
    static Part inTransaction(String name, String... done) {
        return new Part(name, Stance.IDLE_IN_TRANSACTION, Hold.NOTHING, begun(done), "", List.of());
    }

    /** One whose statement goes on by itself. */
    static Part active(String name, String... done) {
        return new Part(
                name,
                Stance.ACTIVE,
                Hold.NOTHING,
                done.length == 0 ? List.of() : begun(done),
                LONG_STATEMENT,
                List.of());
    }

    /** One whose statement is run by a process that is no session, if the server has one to spare. */
    static Part withHelper(String name) {
        return new Part(
                name,
                Stance.ACTIVE,
                Hold.NOTHING,
                List.of("SET max_parallel_workers_per_gather = 1", "SET debug_parallel_query = on"),
                LONG_STATEMENT,
                List.of());
    }

    static Part waiting(String name, String statement, String... behind) {
        return new Part(name, Stance.WAITING, Hold.NOTHING, List.of(), statement, List.of(behind));
    }

    /** The same, having done something before in the same transaction. */
    Part after(String... statements) {
        return new Part(name, stance, hold, begun(statements), doing, behind);
    }

    /** The same, having done something more. */
    Part also(String statement) {
        List<String> more = new ArrayList<>(done);
        more.add(statement);
        return new Part(name, stance, hold, more, doing, behind);
    }

    Part holding(Hold what) {
        return new Part(name, stance, what, done, doing, behind);
    }

    boolean waits() {
        return stance == Stance.WAITING;
    }

    boolean isInTransaction() {
        return done.contains(BEGIN);
    }

    private static List<String> begun(String... statements) {
        List<String> all = new ArrayList<>(List.of(BEGIN));
        all.addAll(List.of(statements));
        return all;
    }
}
