package dev.lexlab.graders.containers;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Engine;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Submission;
import java.util.List;
import java.util.Map;

/**
 * Builds the image from files of which one is new in every run, starts containers from it under names and ports of the run,
 * and asks them for pages. What each check asks is chosen so that one mistake fails one check.
 */
final class PackageIt {

    @Prepare
    void build(Submission work, Engine engine, Draw draw) {
        engine.build(work, Map.of("app/motd.txt", Motd.of(draw).text()));
    }

    @Check("image-holds-app")
    void imageHoldsApp(Engine engine, Draw draw, Evidence evidence) {
        Motd.of(draw).mustBeServedBy(Started.one(engine, draw, evidence));
    }

    @Check("told-at-run-time")
    void toldAtRunTime(Engine engine, Draw draw, Evidence evidence) {
        List<Started> both = Started.two(engine, draw, evidence);
        both.forEach(Obedience::mustListenOnItsPort);
        both.forEach(Obedience::mustAnswerWithItsName);
    }

    @Check("reachable")
    void reachable(Engine engine, Draw draw, Evidence evidence, @Named("visitor") Machine visitor) {
        Reach.mustAnswer(visitor, Started.one(engine, draw, evidence), Motd.of(draw));
    }

    @Check("nothing-outlives")
    void nothingOutlives(Engine engine, Draw draw, Evidence evidence) {
        String image = engine.imageId(Told.SERVICE);
        Note note = Note.of(draw);
        List<Started> both = Started.two(engine, draw, evidence);
        note.storeIn(both.get(0));
        note.mustNotBeIn(both.get(1), "another container");
        both.get(0).remove();
        note.mustNotBeIn(both.get(0).again(engine), "the new container that has taken its place");
        if (!engine.imageId(Told.SERVICE).equals(image)) {
            throw new IllegalStateException("the image changed while its containers ran");
        }
    }
}
