package dev.lexlab.graders.postgres.blockers;

import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Pending;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Session;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where sessions play their parts. One of them stands apart and is on call: it calls the learner's functions. Another one looks
 * on, and names everything by the system's own names.
 */
final class Stage {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What a role may have set for all its sessions, put back to what the scenes are written for. */
    private static final String AS_WRITTEN = "SELECT pg_catalog.set_config(s.name, s.value, false) FROM (VALUES"
            + " ('default_transaction_isolation', 'read committed'), ('default_transaction_read_only', 'off'),"
            + " ('statement_timeout', '0'), ('lock_timeout', '0'), ('transaction_timeout', '0'),"
            + " ('idle_in_transaction_session_timeout', '0'), ('idle_session_timeout', '0')) AS s (name, value)";

    private final Postgres db;
    private final Evidence.Trace trace;
    private final Map<Long, Actor> actors = new LinkedHashMap<>();
    private final Set<Long> elsewhere = new HashSet<>();
    private final Session onCall;
    private final long onCallPid;
    private final Session onlooker;
    private final long onlookerPid;

    Stage(Postgres db, Evidence evidence) {
        this.db = db;
        this.trace = evidence.trace("who did what");
        onlooker = prepared(db.session("the grader"));
        onlookerPid = pid(onlooker);
        Session caller = prepared(db.session("on call"));
        onCallPid = pid(caller);
        onCall = trace.noting("on call", caller);
    }

    Session onCall() {
        return onCall;
    }

    Session onlooker() {
        return onlooker;
    }

    List<Actor> actors() {
        return List.copyOf(actors.values());
    }

    void give(List<String> statements) {
        statements.forEach(statement -> mustTake("the grader", onlooker.attempt(statement)));
    }

    /** Everybody is where they are to be when this returns: whoever waits, the server says so. */
    void play(Scene scene) {
        give(scene.given());
        scene.parts().forEach(this::enter);
    }

    /** In another database of the server, where they are nobody's business here. */
    void playElsewhere(Part... parts) {
        for (Part part : parts) {
            enterElsewhere(part);
        }
    }

    Actor enterElsewhere(Part part) {
        Actor actor = enter(part, db.elsewhere(part.name()));
        elsewhere.add(actor.pid());
        return actor;
    }

    Actor enter(Part part) {
        Actor actor = enter(part, db.session(part.name()));
        actors.put(actor.pid(), actor);
        return actor;
    }

    private Actor enter(Part part, Session unprepared) {
        Session own = prepared(unprepared);
        long pid = pid(own); // while it can still be asked
        Session session = trace.noting(part.name(), own);
        part.done().forEach(statement -> mustTake(part.name(), session.attempt(statement)));
        Optional<Pending> pending =
                part.doing().isEmpty() ? Optional.empty() : Optional.of(session.start(part.doing()));
        Actor actor = new Actor(part, session, pid, pending);
        pending.ifPresent(statement -> awaitInIt(actor, statement));
        return actor;
    }

    private void awaitInIt(Actor actor, Pending statement) {
        if (actor.part().waits()) {
            if (!statement.waits()) {
                throw strange(actor.name(), statement.outcome());
            }
        } else if (!Eventually.look(PATIENCE, () -> isActive(actor.pid()), active -> active)) {
            throw new IllegalStateException(actor.name() + " does not begin its statement");
        }
    }

    private boolean isActive(long pid) {
        return isSo(
                "SELECT 1 FROM pg_catalog.pg_stat_activity WHERE coalesce(leader_pid, pid) = ? AND state = 'active'"
                        + " AND wait_event = 'PgSleep'",
                pid);
    }

    /** Whether a query of the grader's has a row. */
    boolean isSo(String query, Object... values) {
        return !onlooker.query(query, values).isEmpty();
    }

    /** Takes a session out of the play whose end was brought about. */
    void forget(Actor actor) {
        actors.remove(actor.pid());
    }

    Cast cast() {
        Map<Long, String> names = new LinkedHashMap<>();
        actors.forEach((pid, actor) -> names.put(pid, actor.name()));
        elsewhere.forEach(pid -> names.put(pid, Cast.ELSEWHERE));
        helpers().forEach(pid -> names.put(pid, Cast.HELPER));
        return new Cast(names, onCallPid, onlookerPid);
    }

    private List<Long> helpers() {
        return pids(onlooker, "SELECT pid FROM pg_catalog.pg_stat_activity WHERE backend_type = 'parallel worker'");
    }

    private static Session prepared(Session session) {
        session.attempt(AS_WRITTEN);
        return session;
    }

    private static long pid(Session session) {
        return pids(session, "SELECT pg_catalog.pg_backend_pid() AS pid").get(0);
    }

    private static List<Long> pids(Session session, String query) {
        return session.query(query).stream()
                .map(row -> (Number) Objects.requireNonNull(row.get("pid"), "every process has a pid"))
                .map(Number::longValue)
                .toList();
    }

    private static void mustTake(String who, Outcome outcome) {
        if (!outcome.accepted()) {
            throw strange(who, outcome);
        }
    }

    /** Only something that the file has left behind can do this. */
    private static Failure strange(String who, Outcome outcome) {
        return Failure.of("session " + who + " cannot do what sessions do in an empty database")
                .expected("accepted: " + outcome.statement())
                .seen(outcome)
                .next("Look for what your file creates or sets besides the three functions, and take it out.");
    }
}
