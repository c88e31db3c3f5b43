package dev.lexlab.graders.postgres.blockers;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Psql;
import dev.lexlab.check.author.Submission;
import java.util.List;
import java.util.Set;

/** Lets sessions stand in each other's way as they are told to, and asks the learner's functions who it is. */
final class WhoIsInTheWay {

    @Prepare
    void load(Submission work, Postgres db) {
        db.apply(work.file("oncall.sql"));
    }

    @Check("functions-answer")
    void functionsAnswer(Postgres db, Evidence evidence) {
        Stage stage = new Stage(db, evidence);
        for (Question question : Question.values()) {
            List<Row> rows = question.ask(stage);
            question.demandNumbers(stage);
            Naming naming = new Naming(Set.of(), names(rows));
            if (!naming.isRight()) {
                Failure failure = Failure.of("somebody is named in a database where nothing goes on")
                        .expected("no rows of " + question.call())
                        .seen(Naming.inWords(naming.seen()))
                        .reproduce(Psql.command(question.call()));
                throw naming.extra().contains(Cast.ON_CALL)
                        ? failure.diagnose("names-itself")
                        : failure.next("Return rows only for sessions that are in the way.")
                                .read("lock");
            }
        }
    }

    @Check("roots-named")
    void rootsNamed(Postgres db, Draw draw, Evidence evidence) {
        Stage stage = new Stage(db, evidence);
        stage.playElsewhere(Scenes.elsewhere(draw));
        nameRoots(Scenes.chains(draw), stage);
    }

    @Check("queues-followed")
    void queuesFollowed(Postgres db, Draw draw, Evidence evidence) {
        nameRoots(Scenes.queues(draw), new Stage(db, evidence));
    }

    @Check("waiters-counted")
    void waitersCounted(Postgres db, Draw draw, Evidence evidence) {
        Scene scene = Scenes.counts(draw);
        List<Row> rows = nameRoots(scene, new Stage(db, evidence));
        CountMiss.furthest(scene, rows).ifPresent(miss -> {
            throw miss.failure();
        });
    }

    @Check("roots-ended")
    void rootsEnded(Postgres db, Draw draw, Evidence evidence) {
        Scene scene = Scenes.jams(draw);
        Stage stage = new Stage(db, evidence);
        stage.play(scene);
        List<String> claimed = names(Question.UNBLOCK.ask(stage));
        Set<String> roots = scene.roots().keySet();
        Naming ended = new Naming(roots, Ending.of(stage));
        if (!ended.isRight() || !new Naming(roots, claimed).isRight()) {
            throw new EndMiss(scene, ended, claimed).failure();
        }
    }

    @Check("snapshots-named")
    void snapshotsNamed(Postgres db, Draw draw, Evidence evidence) {
        new Horizon(db, draw, evidence).snapshots();
    }

    @Check("writers-named")
    void writersNamed(Postgres db, Draw draw, Evidence evidence) {
        new Horizon(db, draw, evidence).writers();
    }

    private static List<Row> nameRoots(Scene scene, Stage stage) {
        stage.play(scene);
        List<Row> rows = Question.ROOT_BLOCKERS.ask(stage);
        Naming naming = new Naming(scene.roots().keySet(), names(rows));
        if (!naming.isRight()) {
            throw new RootMiss(scene, naming).failure();
        }
        return rows;
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().map(Row::name).toList();
    }
}
