package dev.lexlab.site.cli;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.pipeline.BuildOutcome;
import dev.lexlab.site.pipeline.BuildRequest;
import dev.lexlab.site.pipeline.LiveSite;
import dev.lexlab.site.pipeline.SitePipeline;
import dev.lexlab.site.serve.SiteServer;
import dev.lexlab.site.serve.SiteSource;
import dev.lexlab.site.serve.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The builds of a site that is being served, one after the other, and the last good one as it is served. */
final class LiveBuilds implements SiteSource {
    private final BuildRequest request;
    private final Report report;
    private final AtomicReference<@Nullable LiveSite> site = new AtomicReference<>();

    LiveBuilds(BuildRequest request, Report report) {
        this.request = request;
        this.report = report;
    }

    @Override
    public boolean isThere() {
        return site.get() != null;
    }

    @Override
    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(site.get()).flatMap(there -> there.file(path));
    }

    void build(SitePipeline pipeline, SiteServer server) throws IOException {
        long began = System.nanoTime();
        tell(pipeline.buildLive(request, site::set), began, server);
    }

    /** After a save. A failure here must not end the serving: the next save may mend it. */
    void rebuild(SitePipeline pipeline, SiteServer server, Watcher watcher) {
        long began = System.nanoTime();
        try {
            BuildOutcome outcome = pipeline.buildLive(request, site::set);
            if (outcome.status() != BuildOutcome.Status.PROBLEMS || !watcher.willCallAgain()) {
                tell(outcome, began, server); // else half a save was read, or an older one
            }
        } catch (IOException | UncheckedIOException e) {
            String what = "could not build: " + e.getMessage();
            report.failed(what);
            server.problems(List.of(new Problem(Place.of("lexlab"), what, "save again to try again")));
        }
    }

    /**
     * As if a page had been saved; see {@link SitePipeline#rehearse}. What was really saved meanwhile is shown at once where it is good;
     * what is wrong is told by the build that a save leads to.
     *
     * @param which of how many pages, from 0
     */
    void rehearse(SitePipeline pipeline, SiteServer server, int which, int ofHowMany) {
        if (!isThere()) {
            return;
        }
        long began = System.nanoTime();
        try {
            BuildOutcome outcome = pipeline.rehearse(request, which, ofHowMany, site::set);
            if (outcome.status() == BuildOutcome.Status.BUILT) {
                tell(outcome, began, server);
            }
        } catch (IOException | UncheckedIOException e) {
            return; // nobody waits for it
        }
    }

    private void tell(BuildOutcome outcome, long began, SiteServer server) {
        report.ofLive(outcome, Duration.ofNanos(System.nanoTime() - began));
        server.problems(outcome.problems());
        if (outcome.status() == BuildOutcome.Status.BUILT) {
            server.reload();
        }
    }
}
