package dev.lexlab.graders.containers;

import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Web;
import dev.lexlab.check.author.Web.Answer;
import java.time.Duration;

/** Whether somebody on another machine is answered, too. */
final class Reach {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Reach() {}

    static void mustAnswer(Machine visitor, Started service, Motd motd) {
        String url =
                "http://" + service.told().machine() + ":" + service.socket().port() + Motd.PAGE;
        boolean hopeless = service.socket().isLoopback();
        Web web = Web.from(visitor)
                .noted(
                        service.evidence().trace(Started.ASKED),
                        ByHand.VISITOR,
                        service.told().machine());
        Answer answer = Eventually.look(PATIENCE, () -> web.get(url), outside -> motd.isIn(outside) || hopeless);
        if (!motd.isIn(answer)) {
            throw failure(service, url, answer);
        }
    }

    private static Failure failure(Started service, String url, Answer answer) {
        Failure failure = Failure.of("the service answers inside its container, and nobody else")
                .expected("the same answer for the machine \"visitor\" at " + url)
                .seen("there: " + answer.inWords() + "; inside the container: "
                        + service.get(Motd.PAGE).inWords() + "; it listens on " + service.socket())
                .reproduceOn(ByHand.VISITOR, ByHand.fromVisitor(Motd.PAGE));
        return service.socket().isLoopback()
                ? failure.diagnose("loopback-only")
                : failure.next("Let the service listen on 0.0.0.0, and leave networks out of run.yml.")
                        .read("container-network");
    }
}
