package dev.lexlab.site.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.site.links.LinkCheck;
import dev.lexlab.site.links.LinkState;
import dev.lexlab.site.model.OutwardLink;
import dev.lexlab.site.pipeline.SitePipeline;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "links",
        mixinStandardHelpOptions = true,
        description =
                "Asks whether the links out of the site still lead anywhere. It is no part of a build: run it once a week."
                        + " Exit code 0: none is broken; 1: some are; 3: no server answered at all.")
final class LinksCommand implements Callable<Integer> {
    @Mixin
    private final Places places = new Places();

    @Option(
            names = "--refresh",
            description = "Ask for every address, also for those that were good within the last days.")
    private boolean refresh;

    private final Console console;
    private final Path here;

    LinksCommand(Console console, Path here) {
        this.console = console;
        this.here = here;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Roots roots = places.roots(here);
        Problems problems = new Problems();
        List<OutwardLink> links;
        try (SitePipeline pipeline = new SitePipeline(roots.course().state())) {
            links = pipeline.outwardLinks(roots, problems);
        }
        if (!problems.isEmpty()) {
            problems.sorted().forEach(problem -> console.note(safe(problem.toString())));
            console.note("These come first: until they are mended, links may be missing here.");
            return ExitCode.NO.code();
        }
        Map<String, SortedSet<Place>> byUrl = links.stream()
                .collect(groupingBy(
                        OutwardLink::url, TreeMap::new, mapping(OutwardLink::place, toCollection(TreeSet::new))));
        LinkCheck check = LinkCheck.create(roots.course().state(), Instant::now, refresh);
        LinkCheck.Result result = check.check(
                byUrl.keySet(), (done, all) -> console.progress("links: " + done + " of " + all + " asked"));
        console.clearProgress();
        return tell(byUrl, result);
    }

    private int tell(Map<String, SortedSet<Place>> byUrl, LinkCheck.Result result) {
        for (LinkState.Kind kind : List.of(LinkState.Kind.UNKNOWN, LinkState.Kind.MOVED, LinkState.Kind.BROKEN)) {
            byUrl.forEach((url, at) -> {
                LinkState state = result.states().get(url);
                if (state != null && state.kind() == kind) {
                    at.forEach(place -> console.say(line(place, url, state)));
                }
            });
        }
        console.say(count(result));
        if (!result.answered()) {
            console.note("No server answered: there seems to be no network here, so nothing is known.");
            return ExitCode.COULD_NOT.code();
        }
        return number(result, LinkState.Kind.BROKEN) > 0 ? ExitCode.NO.code() : ExitCode.YES.code();
    }

    private String line(Place place, String url, LinkState state) {
        Style style = state.kind() == LinkState.Kind.BROKEN ? Style.BAD : Style.UNSURE;
        String kind = state.kind().name().toLowerCase(Locale.ROOT);
        return console.paint(Style.STRONG, safe(place.toString())) + ": " + console.paint(style, kind) + ": "
                + safe(url) + " " + safe(state.what());
    }

    private static String count(LinkCheck.Result result) {
        int all = result.states().size();
        return all + (all == 1 ? " address: " : " addresses: ") + number(result, LinkState.Kind.GOOD) + " good, "
                + number(result, LinkState.Kind.MOVED) + " moved, " + number(result, LinkState.Kind.BROKEN)
                + " broken, "
                + number(result, LinkState.Kind.UNKNOWN) + " unknown"
                + (result.remembered() == 0 ? "" : " (" + result.remembered() + " asked within the last days)");
    }

    private static long number(LinkCheck.Result result, LinkState.Kind kind) {
        return result.states().values().stream()
                .filter(state -> state.kind() == kind)
                .count();
    }

    private static String safe(String text) {
        return Sink.TERMINAL.encode(text);
    }
}
