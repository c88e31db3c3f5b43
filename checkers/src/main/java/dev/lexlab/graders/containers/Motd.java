package dev.lexlab.graders.containers;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Web.Answer;

/**
 * The message of the day that lay in the build context.
 *
 * @param text the file's, with its line's end
 */
record Motd(String text) {
    static final String PAGE = "/motd";

    /** The same wherever it is asked for in one run: it is built into the image once. */
    static Motd of(Draw draw) {
        Draw site = draw.as("motd");
        return new Motd("Today's words: " + String.join(" ", site.words(4)) + ".\n");
    }

    boolean isIn(Answer answer) {
        return answer.isOk() && answer.body().strip().equals(text.strip());
    }

    void mustBeServedBy(Started service) {
        Answer answer = service.get(PAGE);
        if (!isIn(answer)) {
            throw Failure.of("the service runs, but does not have the motd.txt that the image was built from")
                    .expected("200: " + text.strip())
                    .seen("GET " + PAGE + " inside the container: " + answer.inWords())
                    .diagnose("motd-missing")
                    .reproduce(ByHand.inside(PAGE));
        }
    }
}
