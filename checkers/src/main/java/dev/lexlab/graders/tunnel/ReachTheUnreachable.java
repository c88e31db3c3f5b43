package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Prepare;
import dev.lexlab.check.author.Submission;
import java.util.List;

/** Puts a page on a machine that nobody can reach, lets the learner's tunnel run there, and goes to the relay as a visitor. */
final class ReachTheUnreachable {

    @Prepare
    void open(
            Submission work,
            Draw draw,
            @Named("relay") Machine relay,
            @Named("dev") Machine dev,
            @Named("visitor") Machine visitor,
            @Named("neighbour") Machine neighbour) {
        LearnersProgram serve = new LearnersProgram("serve", dev);
        LearnersProgram tunnel = new LearnersProgram("tunnel", dev);
        serve.refuseUnstartable(work);
        tunnel.refuseUnstartable(work);
        RelayConf.of(work).putInForce(relay);
        Login.at(relay).give(dev);
        Site site = Site.drawn(draw);
        site.tell(List.of(relay, dev, visitor, neighbour));
        site.write(dev, site.page());
        serve.start();
        tunnel.start();
    }

    @Check("page-at-home")
    void pageAtHome(Draw draw, Evidence evidence, @Named("dev") Machine dev) {
        new Home(Site.drawn(draw), dev, evidence).expectPage();
    }

    @Check("page-for-visitors")
    void pageForVisitors(
            Draw draw,
            Evidence evidence,
            @Named("relay") Machine relay,
            @Named("dev") Machine dev,
            @Named("visitor") Machine visitor) {
        Site site = Site.drawn(draw);
        new Visit(site, relay, dev, visitor, evidence).expectForAll(site.page());
    }

    @Check("page-is-live")
    void pageIsLive(
            Draw draw,
            Evidence evidence,
            @Named("relay") Machine relay,
            @Named("dev") Machine dev,
            @Named("visitor") Machine visitor) {
        Site site = Site.drawn(draw);
        site.write(dev, site.laterPage());
        new Visit(site, relay, dev, visitor, evidence).expect(site.laterPage());
    }

    @Check("dev-stays-private")
    void devStaysPrivate(
            Draw draw,
            Evidence evidence,
            @Named("relay") Machine relay,
            @Named("dev") Machine dev,
            @Named("visitor") Machine visitor,
            @Named("neighbour") Machine neighbour) {
        Site site = Site.drawn(draw);
        new Visit(site, relay, dev, visitor, evidence).expect(site.page());
        new Privacy(site, dev, neighbour, evidence).expectNothingOpen();
    }
}
