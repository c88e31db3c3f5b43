package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Web;
import dev.lexlab.check.author.Web.Answer;
import java.util.List;

/** Somebody on dev's own network who tries its doors. */
record Privacy(Site site, Machine dev, Machine neighbour, Evidence evidence) {

    void expectNothingOpen() {
        List<Sockets.Address> open = Sockets.of(dev).open();
        int door = open.stream().mapToInt(Sockets.Address::port).findFirst().orElse(site.pagePort());
        Answer answer = Web.from(neighbour)
                .noted(evidence.trace(Visit.TITLE), "neighbour", "dev")
                .get("http://dev:" + door + "/");
        if (open.isEmpty() && answer.status() == 0) {
            return;
        }
        throw Failure.of(
                        answer.body().equals(site.page())
                                ? "a neighbour on dev's network gets the page without any tunnel, at dev:" + door
                                : "dev listens for its whole network, at port " + door)
                .expected("everything on dev listens on its loopback address only")
                .seen("dev listens at " + Sockets.inWords(open)
                        + (answer.status() == 0 ? "" : "; the neighbour gets " + answer.inWords()))
                .diagnose("open-to-network")
                .reproduceOn(
                        "neighbour", "curl -i http://dev:" + (door == site.pagePort() ? "$PAGE_PORT" : door) + "/");
    }
}
