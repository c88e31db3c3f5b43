package dev.lexlab.site.cli;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.GenerationFolder;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.site.address.BaseUrl;
import dev.lexlab.site.pipeline.AddressBook;
import dev.lexlab.site.pipeline.BuildOutcome;
import dev.lexlab.site.pipeline.BuildRequest;
import dev.lexlab.site.pipeline.SitePipeline;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    @Option(
            names = "--record-addresses",
            description =
                    "Put new addresses into content/addresses.txt; from then on none of them can get lost unseen.")
    private boolean record;

    @Option(
            names = "--forget-address",
            paramLabel = "ADDRESS",
            description =
                    "Take an address out of content/addresses.txt, a page with its anchors: nobody shall come there any more.")
    private List<String> forgotten = List.of();

    private final Console console;
    private final Path here;

    SiteCommand(Console console, Path here) {
        this.console = console;
        this.here = here;
    }

    @Override
    public Integer call() throws IOException, GenerationFolder.Refused {
        try {
            return build();
        } catch (ProblemsFound e) {
            e.problems().forEach(problem -> console.note(Sink.TERMINAL.encode(problem.toString())));
            return ExitCode.NO.code();
        }
    }

    private Integer build() throws IOException, GenerationFolder.Refused, ProblemsFound {
        long began = System.nanoTime();
        Roots roots = places.roots(here);
        Path target = out == null ? roots.course().root().resolve("target/site") : here.resolve(out);
        if (baseUrl != null && !BaseUrl.isOne(baseUrl)) {
            throw places.usage("'" + baseUrl + "' is no place of a site; " + BaseUrl.HINT);
        }
        BuildRequest request = new BuildRequest(roots, target, Optional.ofNullable(baseUrl), clean, false);
        AddressBook addresses = new AddressBook(roots);
        if (!forgotten.isEmpty()) {
            forget(addresses);
        }
        if (!record && SitePipeline.isUnchanged(request)) {
            new Report(console, here).of(BuildOutcome.unchanged(), target, Duration.ofNanos(System.nanoTime() - began));
            return ExitCode.YES.code();
        }
        try (SitePipeline pipeline = new SitePipeline(roots.course().state())) {
            BuildOutcome outcome = record ? pipeline.buildAndRecord(request) : pipeline.build(request);
            new Report(console, here).of(outcome, target, Duration.ofNanos(System.nanoTime() - began));
            if (outcome.status() == BuildOutcome.Status.PROBLEMS) {
                return ExitCode.NO.code();
            }
            tellAddresses(outcome.unrecorded(), addresses.name());
            return ExitCode.YES.code();
        }
    }

    private void forget(AddressBook addresses) throws IOException, ProblemsFound {
        try {
            int gone = addresses.forget(forgotten);
            console.say("Took " + addresses(gone) + " out of " + addresses.name() + ".");
        } catch (IllegalArgumentException e) {
            throw places.usage(String.valueOf(e.getMessage()));
        }
    }

    /** New ones break nobody's build in the middle of writing, and are not forgotten either. */
    private void tellAddresses(List<String> unrecorded, String ledger) {
        if (record) {
            console.say(
                    unrecorded.isEmpty()
                            ? "No address is new; " + ledger + " is complete."
                            : "Put " + addresses(unrecorded.size()) + " into " + ledger + "; commit it with the rest.");
        } else if (!unrecorded.isEmpty()) {
            console.note(addresses(unrecorded.size()) + (unrecorded.size() == 1 ? " is" : " are") + " not in " + ledger
                    + " yet, '" + unrecorded.get(0)
                    + "' for one; before you publish, run ./lexlab site --record-addresses");
        }
    }

    private static String addresses(int number) {
        return number + (number == 1 ? " address" : " addresses");
    }
}
