package dev.lexlab.site.cli;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.GenerationFolder;
import dev.lexlab.site.pipeline.BuildOutcome;
import dev.lexlab.site.pipeline.BuildRequest;
import dev.lexlab.site.pipeline.SitePipeline;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "site",
        mixinStandardHelpOptions = true,
        description = "Builds the site. Exit code 0: it is there; 1: the sources have problems, which are told.")
final class SiteCommand implements Callable<Integer> {
    @Mixin
    private final Places places = new Places();

    @Option(names = "--out", paramLabel = "DIR", description = "Becomes a link to the site; default: target/site.")
    private @Nullable Path out;

    @Option(names = "--base-url", paramLabel = "URL", description = "Where it will be served; default: site.yml's.")
    private @Nullable String baseUrl;

    @Option(names = "--clean", description = "Forget all caches and build everything anew.")
    private boolean clean;

    private final Console console;
    private final Path here;

    SiteCommand(Console console, Path here) {
        this.console = console;
        this.here = here;
    }

    @Override
    public Integer call() throws IOException, GenerationFolder.Refused {
        long began = System.nanoTime();
        Roots roots = places.roots(here);
        Path target = out == null ? roots.course().root().resolve("target/site") : here.resolve(out);
        BuildRequest request = new BuildRequest(roots, target, Optional.ofNullable(baseUrl), clean, false);
        try (SitePipeline pipeline = new SitePipeline(roots.course().state())) {
            BuildOutcome outcome = pipeline.build(request);
            new Report(console, here).of(outcome, target, Duration.ofNanos(System.nanoTime() - began));
            return outcome.status() == BuildOutcome.Status.PROBLEMS ? ExitCode.NO.code() : ExitCode.YES.code();
        }
    }
}
