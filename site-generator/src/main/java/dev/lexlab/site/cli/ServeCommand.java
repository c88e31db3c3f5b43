package dev.lexlab.site.cli;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.site.pipeline.BuildRequest;
import dev.lexlab.site.pipeline.SitePipeline;
import dev.lexlab.site.scan.Roots;
import dev.lexlab.site.serve.SiteServer;
import dev.lexlab.site.serve.Watcher;
import java.io.IOException;
import java.nio.file.Path;
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
    /** After these the time of a save falls no more, as far as we saw (1,000 pages of either markup). */
    private static final int REHEARSALS = 8;

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
        LiveBuilds builds = new LiveBuilds(request, new Report(console, here));
        try (SitePipeline pipeline = new SitePipeline(roots.course().state());
                SiteServer server =
                        SiteServer.start(builds, roots.course().state().resolve("results"), port);
                // It watches before the first build, which may take a while: what is saved meanwhile is seen.
                Watcher watcher = Watcher.watch(
                        List.of(roots.content(), roots.labs()), saved -> builds.rebuild(pipeline, server, saved))) {
            watcher.between(() -> builds.build(pipeline, server));
            String address = "http://localhost:" + server.port();
            console.say("Serving " + console.paint(Style.LINK, address) + " (Ctrl+C ends it)");
            for (int i = 0; i < REHEARSALS; i++) {
                int which = i;
                watcher.between(() -> builds.rehearse(pipeline, server, which, REHEARSALS));
            }
            untilInterrupted();
        }
        return ExitCode.INTERRUPTED.code();
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
