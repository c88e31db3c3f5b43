package dev.lexlab.graders.containers;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Web.Answer;
import java.util.List;

/** A note that nobody else would write. */
record Note(String text) {
    private static final String PAGE = "/notes";

    static Note of(Draw draw) {
        return new Note("buy " + draw.number(11, 99) + " " + String.join(" ", draw.words(3)));
    }

    /** And sees it there, so that its absence elsewhere says something. */
    void storeIn(Started service) {
        Answer stored = service.post(PAGE, text);
        if (!stored.isOk()) {
            throw Failure.of("a container does not store a note")
                    .expected("200 for POST " + PAGE)
                    .seen(stored.inWords())
                    .diagnose("cannot-write")
                    .reproduce(ByHand.inside(PAGE, "-d", "buy milk"));
        }
        Answer listed = service.get(PAGE);
        if (!isIn(listed)) {
            throw Failure.of("a container has lost a note that it has just stored")
                    .expected("the note \"" + text + "\" at GET " + PAGE)
                    .seen(listed.inWords())
                    .next("Start notes.py as it was given; it lists what it has stored.")
                    .read("container");
        }
    }

    /**
     * Fails where the note has got there.
     *
     * @param who reads on after "a note stored in one container is known to"
     */
    void mustNotBeIn(Started service, String who) {
        Answer listed = service.get(PAGE);
        if (!listed.isOk()) {
            throw Failure.of("a container cannot list its notes")
                    .expected("200 for GET " + PAGE)
                    .seen(listed.inWords())
                    .next("Start notes.py as it was given; without notes its list is empty.")
                    .read("container");
        }
        if (isIn(listed)) {
            throw Failure.of("a note stored in one container is known to " + who)
                    .expected("no note, since this container has just been started")
                    .seen("GET " + PAGE + ": " + listed.inWords())
                    .diagnose("outlives");
        }
    }

    private boolean isIn(Answer answer) {
        return answer.isOk() && List.of(answer.body().split("\n", -1)).contains(text);
    }
}
