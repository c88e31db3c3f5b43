package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Web;
import dev.lexlab.check.author.Web.Answer;

/** Somebody who knows the relay's address and wants the page. */
record Visit(Site site, Machine relay, Machine dev, Machine visitor, Evidence evidence) {
    /** Of the trace in every check of this task. */
    static final String TITLE = "who asked whom for the page";

    private static final int OTHER_VISITORS = 10;

    /** Comes again until the page is this one, or can no longer become it. */
    void expect(String page) {
        new LearnersProgram("serve", dev).keptIn(evidence);
        LearnersProgram tunnel = new LearnersProgram("tunnel", dev).keptIn(evidence);
        Evidence.Trace trace = evidence.trace(TITLE);
        evidence.textAtEnd("who listens where", this::listeners);
        Web web = Web.from(visitor).noted(trace, "visitor", "relay");
        Answer answer = Eventually.look(
                Patience.FOR_A_PAGE, () -> web.get(site.atRelay()), look -> isPage(look, page) || isHopeless(tunnel));
        if (!isPage(answer, page)) {
            throw failure(
                    page,
                    answer,
                    new Scene(
                            site.publicPort(),
                            Sockets.of(relay),
                            Sockets.of(dev),
                            tunnel.exitCode().isPresent(),
                            tunnel.inWords()));
        }
    }

    /** Others come right after, one by one: a tunnel that is begun again and again may be there for one by luck. */
    void expectForAll(String page) {
        expect(page);
        Web web = Web.from(visitor);
        for (int others = 0; others < OTHER_VISITORS; others++) {
            Answer answer = web.get(site.atRelay());
            if (!isPage(answer, page)) {
                throw Failure.of("a visitor got the page, and one who came right after did not")
                        .expected("200: " + page.strip())
                        .seen(answer.inWords() + "; " + new LearnersProgram("tunnel", dev).inWords())
                        .diagnose("comes-and-goes")
                        .reproduceOn("visitor", "for i in 1 2 3 4 5; do curl -i http://relay:$PUBLIC_PORT/; done");
            }
        }
    }

    /** The two ends of a tunnel, as far as kernels know them. */
    private String listeners() {
        Sockets onDev = Sockets.of(dev);
        return "relay: " + Sockets.inWords(Sockets.of(relay).listeningOfTheirs()) + "\ndev: "
                + Sockets.inWords(onDev.listeningOfTheirs()) + "\ndev has "
                + (onDev.hasConnectionTo(Site.SSH_PORT) ? "a" : "no") + " connection to the relay's sshd\n";
    }

    /** A tunnel that gave up, and left nothing behind that could still become one. */
    private boolean isHopeless(LearnersProgram tunnel) {
        return tunnel.exitCode().filter(code -> !code.equals("0")).isPresent()
                && !Sockets.of(dev).hasConnectionTo(Site.SSH_PORT);
    }

    private Failure failure(String page, Answer answer, Scene scene) {
        if (answer.status() == 0) {
            return scene.failure(answer).expected("200: " + page.strip());
        }
        Failure failure = Failure.of("a visitor gets another page than the one that serve has now")
                .expected("200: " + page.strip())
                .seen(answer.inWords());
        return page.equals(site.laterPage()) && answer.body().equals(site.page())
                ? failure.diagnose("stale-copy")
                        .reproduce("echo changed > page/index.html; curl -i http://relay:$PUBLIC_PORT/")
                : failure.reproduceOn("visitor", "curl -i http://relay:$PUBLIC_PORT/")
                        .next(
                                "Let the tunnel lead to 127.0.0.1 and $PAGE_PORT on dev: something else answers there now.");
    }

    private static boolean isPage(Answer answer, String page) {
        return answer.isOk() && answer.body().equals(page);
    }
}
