package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Web;
import dev.lexlab.check.author.Web.Answer;

/** Somebody who knows the relay's address and wants the page. */
record Visit(Site site, Machine relay, Machine dev, Machine visitor) {

    /** Comes again until the page is this one, or can no longer become it. */
    void expect(String page) {
        LearnersProgram tunnel = new LearnersProgram("tunnel", dev);
        Answer answer = Eventually.look(
                Patience.FOR_A_PAGE,
                () -> Web.from(visitor).get(site.atRelay()),
                look -> isPage(look, page) || isHopeless(tunnel));
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
