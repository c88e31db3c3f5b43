package dev.lexlab.graders.postgres.blockers;

import dev.lexlab.check.author.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out who was ended, by asking each session itself. A session learns of its end before anything else that is sent to it
 * later, so no clock has a part in this.
 */
final class Ending {
    private final Stage stage;
    private final List<String> ended = new ArrayList<>();

    private Ending(Stage stage) {
        this.stage = stage;
    }

    /**
     * Those that were ended, or kept from going on. Everybody else ends what they do, so that all who waited go on.
     */
    static List<String> of(Stage stage) {
        Ending ending = new Ending(stage);
        List<Actor> actors = stage.actors();
        actors.stream().filter(actor -> actor.pending().isEmpty()).forEach(ending::ask);
        if (Actor.isEnd(stage.onlooker().attempt("SELECT 1"))) {
            ending.ended.add(Cast.ONLOOKER);
            return List.copyOf(ending.ended); // nobody is left who could end a long statement, and there is no need to
        }
        actors.stream().filter(actor -> actor.part().stance() == Stance.ACTIVE).forEach(ending::ask);
        actors.stream().filter(actor -> actor.part().waits()).forEach(ending::ask);
        return List.copyOf(ending.ended);
    }

    private void ask(Actor actor) {
        Outcome last = lastWords(actor);
        boolean isStopped = actor.part().waits() && !last.accepted();
        if (isStopped || Actor.isEnd(last) || Actor.isEnd(actor.next())) {
            ended.add(actor.name());
        } else {
            actor.letGo();
        }
    }

    /** Those that they wait for were asked before, and have let go. */
    private Outcome lastWords(Actor actor) {
        if (actor.pending().isEmpty()) {
            return actor.next();
        }
        if (!actor.part().waits()) {
            stage.onlooker().attempt("SELECT pg_catalog.pg_cancel_backend(?)", actor.pid());
        }
        return actor.pending().get().outcome();
    }
}
