package dev.lexlab.graders.containers;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Web.Answer;

/** Whether containers of one image do what each of them was told at its start. */
final class Obedience {

    private Obedience() {}

    static void mustListenOnItsPort(Started service) {
        if (service.socket().port() != service.told().port()) {
            throw Failure.of("a container started with PORT=" + service.told().port() + " listens on another port")
                    .expected("a service that listens on port " + service.told().port())
                    .seen("it listens on " + service.socket())
                    .diagnose("port-baked")
                    .reproduce(ByHand.inside("/"));
        }
    }

    static void mustAnswerWithItsName(Started service) {
        Answer answer = service.get("/");
        if (!answer.isOk()) {
            throw failure(service, answer)
                    .next("Ask for / by hand; the service's log says what it thinks of the request.")
                    .read("container");
        }
        if (!answer.body().strip().equals(service.told().name())) {
            throw failure(service, answer).diagnose("name-baked").reproduce(ByHand.inside("/"));
        }
    }

    private static Failure failure(Started service, Answer answer) {
        return Failure.of("a container started with NAME=" + service.told().name() + " does not answer with that name")
                .expected("200: " + service.told().name())
                .seen("GET / inside the container: " + answer.inWords());
    }
}
