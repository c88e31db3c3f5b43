package dev.lexlab.site.cli;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.GenerationFolder;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.pipeline.BuildOutcome;
import dev.lexlab.site.pipeline.BuildRequest;
import dev.lexlab.site.pipeline.SitePipeline;
import dev.lexlab.site.scan.Roots;
import dev.lexlab.site.serve.SiteServer;
import dev.lexlab.site.serve.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Builds the site, serves it to this machine, and builds it again whenever you save.")
final class ServeCommand implements Callable<Integer> {
    /** Pages that reload themselves are not for publishing, so they have a folder of their own. */
    private static final String LIVE_SITE = "target/site-live";

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
    public Integer call() throws IOException, GenerationFolder.Refused {
        Roots roots = places.roots(here);
        Path out = roots.course().root().resolve(LIVE_SITE);
        BuildRequest request = new BuildRequest(roots, out, Optional.of("/"), false, true);
        try (SitePipeline pipeline = new SitePipeline(roots.course().state());
                SiteServer server = SiteServer.start(out, roots.course().state().resolve("results"), port)) {
            build(pipeline, request, server);
            Watcher watcher =
                    Watcher.watch(List.of(roots.content(), roots.labs()), () -> rebuild(pipeline, request, server));
            try {
                String address = "http://localhost:" + server.port();
                console.say("Serving " + console.paint(Style.LINK, address) + " (Ctrl+C ends it)");
                untilInterrupted();
            } finally {
                watcher.close();
            }
        }
        return ExitCode.INTERRUPTED.code();
    }

    private void build(SitePipeline pipeline, BuildRequest request, SiteServer server)
            throws IOException, GenerationFolder.Refused {
        long began = System.nanoTime();
        BuildOutcome outcome = pipeline.build(request);
        new Report(console, here).of(outcome, request.out(), Duration.ofNanos(System.nanoTime() - began));
        server.problems(outcome.problems());
        if (outcome.status() == BuildOutcome.Status.BUILT) {
            server.reload();
        }
    }

    /** A failure here must not end the serving: the next save may mend it. */
    private void rebuild(SitePipeline pipeline, BuildRequest request, SiteServer server) {
        try {
            build(pipeline, request, server);
        } catch (IOException | UncheckedIOException | GenerationFolder.Refused e) {
            String what = "could not build: " + e.getMessage();
            console.note("lexlab: " + what);
            server.problems(List.of(new Problem(Place.of("lexlab"), what, "save again to try again")));
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
