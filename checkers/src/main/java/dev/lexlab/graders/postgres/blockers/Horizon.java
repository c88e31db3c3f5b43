package dev.lexlab.graders.postgres.blockers;

import static java.util.stream.Collectors.toSet;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Postgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that reach back to different moments, counted in transaction numbers. A snapshot reaches back to the oldest
 * transaction that runs when it is taken, in whichever database of the server; it is taken again until the moments are in the
 * order of the play. Should a stranger's long transaction prevent that, then several hold the horizon together, which is a
 * play as good as any: who does, is asked of the server.
 */
final class Horizon {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** All who reach back as far as anybody does, of those that play. */
    private static final String FURTHEST = "WITH hold AS (SELECT pid,"
            + " greatest(pg_catalog.age(backend_xmin), pg_catalog.age(backend_xid)) AS age"
            + " FROM pg_catalog.pg_stat_activity WHERE pid = ANY (CAST(? AS integer[])))"
            + " SELECT pid FROM hold WHERE age = (SELECT max(age) FROM hold)";

    private final Stage stage;
    private final Depot depot;
    private final boolean usesCursor;
    private final List<Step> steps = new ArrayList<>();
    private boolean isInOrder = true;

    Horizon(Postgres db, Draw draw, Evidence evidence) {
        stage = new Stage(db, evidence);
        depot = new Depot(draw);
        usesCursor = draw.flag();
    }

    /** Whoever looks holds what was there then, and whoever only has a transaction open holds nothing. */
    void snapshots() {
        passBeyond(stage.enterElsewhere(repeatableRead("report_elsewhere")));
        enter(Part.inTransaction(Scenes.FORGOTTEN, "SELECT 1"));
        enter(Part.withHelper(Scenes.LONG_QUERY));
        Dead first = clear();
        Actor report = enter(snapshot("report"));
        reachOnlyTo("pg_catalog.age(backend_xmin) < pg_catalog.age('" + first.by() + "'::xid)", report);
        Dead second = clear();
        Actor newest = enter(snapshot("newest"));
        reachOnlyTo("pg_catalog.age(backend_xmin) < pg_catalog.age('" + second.by() + "'::xid)", newest);
        report.next();
        vacuum(first, false);
        endHolders();
        vacuum(first, true);
        vacuum(second, false);
        endHolders();
        vacuum(second, true);
        endHolders();
        endHolders();
    }

    /** Whoever has written and not ended yet holds the moment of their first write, without looking at anything. */
    void writers() {
        enter(Part.inTransaction(Scenes.FORGOTTEN, "SELECT 1"));
        String table = depot.table();
        String other = depot.table();
        stage.give(depot.given());
        Actor writer = enter(Part.inTransaction("writer", depot.change(table)));
        Dead dead = clear();
        enter(Part.inTransaction("later_writer", depot.change(other)));
        judge();
        String third = depot.table();
        stage.give(depot.given());
        // Its snapshot reaches back to the first writer, and its own change no further than to itself.
        Actor reader = enter(snapshot("late_reader").also(depot.change(third)));
        reachOnlyTo(
                "backend_xmin = (SELECT backend_xid FROM pg_catalog.pg_stat_activity WHERE pid = " + writer.pid() + ")",
                reader);
        vacuum(dead, false);
        endHolders();
        vacuum(dead, true);
        endHolders();
    }

    /**
     * Until whoever looks from now on reaches back less far than this one. Without it the server's own housekeeping, which
     * takes a transaction number now and then, would decide whether both hold the horizon together.
     */
    private void passBeyond(Actor actor) {
        stage.give(List.of("SELECT pg_catalog.pg_current_xact_id()"));
        Eventually.look(
                PATIENCE,
                () -> stage.isSo(
                        "SELECT 1 FROM pg_catalog.pg_stat_activity WHERE pid = ? AND pg_catalog.age(backend_xmin)"
                                + " > pg_catalog.age(CAST(pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot()) AS xid))",
                        actor.pid()),
                isBeyond -> isBeyond);
    }

    private Actor enter(Part part) {
        steps.add(new Step(Optional.of(part), ""));
        return stage.enter(part);
    }

    private Part snapshot(String name) {
        return usesCursor
                ? Part.inTransaction(
                        name, "DECLARE pages CURSOR FOR SELECT generate_series(1, 9)", "FETCH 1 FROM pages")
                : repeatableRead(name);
    }

    private static Part repeatableRead(String name) {
        return new Part(
                name,
                Stance.IDLE_IN_TRANSACTION,
                Hold.NOTHING,
                List.of("BEGIN ISOLATION LEVEL REPEATABLE READ", "SELECT 1"),
                "",
                List.of());
    }

    /** Takes a snapshot again until it reaches back no further than it should. */
    private void reachOnlyTo(String condition, Actor actor) {
        String question = "SELECT 1 FROM pg_catalog.pg_stat_activity WHERE pid = ? AND " + condition;
        isInOrder &= Eventually.look(
                PATIENCE,
                () -> {
                    boolean isSo = stage.isSo(question, actor.pid());
                    if (!isSo) {
                        actor.session().attempt("ROLLBACK");
                        actor.part().done().forEach(actor.session()::attempt);
                    }
                    return isSo;
                },
                isSo -> isSo);
    }

    /** Deletes all rows of a further table. */
    private Dead clear() {
        String table = depot.table();
        stage.give(depot.given());
        String delete = "DELETE FROM " + table;
        stage.give(List.of("BEGIN", delete));
        String by = String.valueOf(stage.onlooker()
                .query("SELECT CAST(CAST(pg_catalog.pg_current_xact_id() AS xid) AS text) AS by")
                .get(0)
                .get("by"));
        stage.give(List.of("COMMIT"));
        // Typed a second time, a DELETE alone would find no rows, and so take no transaction number.
        steps.add(new Step(Optional.empty(), "INSERT INTO " + table + " VALUES (0, 0)"));
        steps.add(new Step(Optional.empty(), delete));
        return new Dead(table, by);
    }

    /**
     * What VACUUM can do: a table all of whose rows are gone becomes a file without pages, and one whose dead rows somebody
     * may still look at keeps every page. This is about the play and not about the answers, so it is no verdict.
     */
    private void vacuum(Dead dead, boolean isRemoved) {
        if (!isInOrder) {
            return;
        }
        boolean asExpected = Eventually.look(
                        PATIENCE,
                        () -> {
                            stage.give(List.of("VACUUM " + dead.table()));
                            return stage.isSo(
                                    "SELECT 1 WHERE pg_catalog.pg_relation_size(CAST(? AS regclass)) = 0",
                                    dead.table());
                        },
                        isEmpty -> isEmpty == isRemoved)
                == isRemoved;
        if (!asExpected) {
            throw new IllegalStateException("dead rows of " + dead.table() + (isRemoved ? " stay" : " went too early"));
        }
    }

    /** Asks who holds the horizon, and ends them. */
    private void endHolders() {
        judge().forEach(actor -> {
            Outcome end = stage.onlooker()
                    .attempt("SELECT pg_catalog.pg_terminate_backend(?, ?)", actor.pid(), PATIENCE.toMillis());
            if (!end.accepted() || !Actor.isEnd(lastWords(actor))) {
                throw new IllegalStateException(actor.name() + " cannot be ended: " + end.inWords());
            }
            stage.forget(actor);
            steps.removeIf(step -> step.part().filter(actor.part()::equals).isPresent());
        });
    }

    private static Outcome lastWords(Actor actor) {
        return actor.pending().isPresent() ? actor.pending().get().outcome() : actor.next();
    }

    private List<Actor> judge() {
        List<Actor> holders = holders();
        Naming naming = new Naming(
                holders.stream().map(Actor::name).collect(toSet()),
                Question.HORIZON_HOLDERS.ask(stage).stream().map(Row::name).toList());
        if (!naming.isRight()) {
            throw new HorizonMiss(
                            naming, stage.actors().stream().map(Actor::part).toList())
                    .failure(replay());
        }
        return holders;
    }

    private List<Actor> holders() {
        String pids = stage.actors().stream().map(Actor::pid).toList().toString();
        List<Actor> holders = new ArrayList<>();
        for (Map<String, @Nullable Object> row :
                stage.onlooker().query(FURTHEST, pids.replace('[', '{').replace(']', '}'))) {
            stage.actors().stream()
                    .filter(actor -> row.get("pid") instanceof Number pid && pid.longValue() == actor.pid())
                    .forEach(holders::add);
        }
        return holders;
    }

    private String replay() {
        Replay replay = new Replay().then(depot.given().toArray(String[]::new));
        for (Step step : steps) {
            step.part().ifPresentOrElse(replay::as, () -> replay.then(step.statement()));
        }
        return replay.asking(Question.HORIZON_HOLDERS.named());
    }

    /** A session that comes, or a statement between sessions. */
    private record Step(Optional<Part> part, String statement) {}

    /**
     * Rows that nobody needs any more but whoever looks back.
     *
     * @param by the transaction that deleted them
     */
    private record Dead(String table, String by) {}
}
