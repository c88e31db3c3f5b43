package dev.lexlab.site.cli;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.pipeline.BuildOutcome;
import dev.lexlab.site.pipeline.BuildRequest;
import dev.lexlab.site.pipeline.LiveSite;
import dev.lexlab.site.pipeline.SitePipeline;
import dev.lexlab.site.scan.Roots;
import dev.lexlab.site.serve.SiteServer;
import dev.lexlab.site.serve.SiteSource;
import dev.lexlab.site.serve.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Builds the site, serves it to this machine, and builds it again whenever you save.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final Places places = new Places();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "First port to try; default: 8080. 0 takes any free one.")
    private int port;

    private final Console console;
    private final Path here;

    ServeCommand(Console console, Path here) {
        this.console = console;
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        Roots roots = places.roots(here);
        // Nothing is written there: pages that reload themselves are for this server alone.
        BuildRequest request =
                new BuildRequest(roots, roots.course().root().resolve("target/site"), Optional.of("/"), false, true);
        Shown shown = new Shown();
        try (SitePipeline pipeline = new SitePipeline(roots.course().state());
                SiteServer server =
                        SiteServer.start(shown, roots.course().state().resolve("results"), port)) {
            // It watches before the first build, which may take a while: what is saved meanwhile is seen.
            Watcher watcher = Watcher.watch(
                    List.of(roots.content(), roots.labs()), () -> rebuild(pipeline, request, shown, server));
            try {
                watcher.between(() -> build(pipeline, request, shown, server));
                String address = "http://localhost:" + server.port();
                console.say("Serving " + console.paint(Style.LINK, address) + " (Ctrl+C ends it)");
                untilInterrupted();
            } finally {
                watcher.close();
            }
        }
        return ExitCode.INTERRUPTED.code();
    }

    private void build(SitePipeline pipeline, BuildRequest request, Shown shown, SiteServer server) throws IOException {
        long began = System.nanoTime();
        BuildOutcome outcome = pipeline.buildLive(request, shown::show);
        new Report(console, here).ofLive(outcome, Duration.ofNanos(System.nanoTime() - began));
        server.problems(outcome.problems());
        if (outcome.status() == BuildOutcome.Status.BUILT) {
            server.reload();
        }
    }

    /** A failure here must not end the serving: the next save may mend it. */
    private void rebuild(SitePipeline pipeline, BuildRequest request, Shown shown, SiteServer server) {
        try {
            build(pipeline, request, shown, server);
        } catch (IOException | UncheckedIOException e) {
            String what = "could not build: " + e.getMessage();
            console.note("lexlab: " + what);
            server.problems(List.of(new Problem(Place.of("lexlab"), what, "save again to try again")));
        }
    }

    /** The site as it is served. */
    private static final class Shown implements SiteSource {
        private final AtomicReference<@Nullable LiveSite> site = new AtomicReference<>();

        void show(LiveSite next) {
            site.set(next);
        }

        @Override
        public boolean isThere() {
            return site.get() != null;
        }

        @Override
        public Optional<byte[]> file(String path) {
            return Optional.ofNullable(site.get()).flatMap(there -> there.file(path));
        }
    }

    private static void untilInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // then the watcher, the server and the engines are closed
        }
    }
}
