package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Web;
import dev.lexlab.check.author.Web.Answer;
import java.util.List;

/** Somebody on dev itself who wants the page. */
record Home(Site site, Machine dev, Evidence evidence) {

    void expectPage() {
        LearnersProgram serve = new LearnersProgram("serve", dev).keptIn(evidence);
        Web web = Web.from(dev).noted(evidence.trace(Visit.TITLE), "somebody on dev", "service on dev");
        Answer answer = Eventually.look(
                Patience.FOR_A_PAGE,
                () -> web.get(site.atHome()),
                look -> isPage(look) || serve.exitCode().isPresent());
        if (isPage(answer)) {
            return;
        }
        if (answer.status() != 0) {
            throw Failure.of("on dev, another page than the given one answers")
                    .expected("200: " + site.page().strip())
                    .seen(answer.inWords())
                    .next("Let serve answer with the files of the folder page/ beside it, as it did when you got it.")
                    .reproduce("curl -i http://127.0.0.1:$PAGE_PORT/");
        }
        throw Failure.of("on dev, nobody answers at 127.0.0.1, port " + site.pagePort())
                .expected("the page at " + site.atHome())
                .seen(listeners() + "; " + serve.inWords())
                .diagnose("service-silent")
                .reproduce("ss -ltn; curl http://127.0.0.1:$PAGE_PORT/");
    }

    private boolean isPage(Answer answer) {
        return answer.isOk() && answer.body().equals(site.page());
    }

    private String listeners() {
        List<Sockets.Address> found = Sockets.of(dev).listeningOfTheirs();
        return found.isEmpty() ? "no program on dev listens" : "on dev, programs listen at " + Sockets.inWords(found);
    }
}
