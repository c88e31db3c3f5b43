package dev.lexlab.site.pipeline;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.files.GenerationFolder;
import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.Sightings;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.site.address.AddressCheck;
import dev.lexlab.site.address.Ledger;
import dev.lexlab.site.address.PublicAddress;
import dev.lexlab.site.address.Published;
import dev.lexlab.site.build.KeptBodies;
import dev.lexlab.site.build.SiteBuilder;
import dev.lexlab.site.exchange.Exchange;
import dev.lexlab.site.exchange.Twins;
import dev.lexlab.site.markup.Fragments;
import dev.lexlab.site.model.OutwardLink;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.parse.ContentParser;
import dev.lexlab.site.parse.KeptPages;
import dev.lexlab.site.parse.ParsedContent;
import dev.lexlab.site.render.SiteRenderer;
import dev.lexlab.site.scan.ContentScanner;
import dev.lexlab.site.scan.KeptFiles;
import dev.lexlab.site.scan.Roots;
import dev.lexlab.site.scan.ScannedContent;
import dev.lexlab.site.search.SearchIndex;
import dev.lexlab.site.verify.PageFacts;
import dev.lexlab.site.verify.SiteVerifier;
import dev.lexlab.site.write.SiteWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door: sources to a site. Keeps its engines warm between builds until it is closed. */
public final class SitePipeline implements AutoCloseable {
    private final LongSupplier clock;
    private final String program;
    private final Fragments fragments;
    /** Made when there is something to render: a run that changes nothing needs no templates. */
    private @Nullable Press keptPress;

    private @Nullable LiveSite lastLive;
    private Map<String, PageFacts> lastFacts = Map.of();
    private Set<String> lastAddresses = Set.of();
    private KeptFiles keptFiles = new KeptFiles();
    private KeptPages keptPages = new KeptPages();
    private KeptBodies keptBodies = new KeptBodies();

    /** A pipeline whose caches lie in the state folder of a course. */
    public SitePipeline(Path state) throws IOException {
        this(state, System::currentTimeMillis);
    }

    /** @param clock milliseconds since 1970 */
    SitePipeline(Path state, LongSupplier clock) throws IOException {
        this.clock = clock;
        this.program = Fingerprint.ofThisProgram();
        this.fragments = new Fragments(cache(state), program, clock);
    }

    private static Path cache(Path state) {
        return state.resolve("cache/site");
    }

    /**
     * Whether a build would find that nothing changed, told by a look at the files; no where a look does not tell it. Takes a part of
     * the time that it takes to read them, and to get ready for it.
     */
    public static boolean isUnchanged(BuildRequest request) throws IOException {
        boolean unchanged = !request.clean() && new LastBuild(request).stands();
        if (unchanged) {
            new SiteWriter(request.out()).tidy();
            Fragments.tidy(cache(request.roots().course().state()));
        }
        return unchanged;
    }

    /**
     * Builds once.
     *
     * @throws GenerationFolder.Refused where the place for the site is taken by something that is not ours
     */
    public BuildOutcome build(BuildRequest request) throws IOException, GenerationFolder.Refused {
        return build(request, false, new TreeSet<>());
    }

    /**
     * Builds, then puts the addresses that are new into the course's ledger, which is begun where there is none.
     *
     * @return with those that were put there as the unrecorded ones
     */
    public BuildOutcome buildAndRecord(BuildRequest request)
            throws IOException, GenerationFolder.Refused, ProblemsFound {
        SortedSet<PublicAddress> unrecorded = new TreeSet<>();
        BuildOutcome outcome = build(request, true, unrecorded);
        if (outcome.status() == BuildOutcome.Status.PROBLEMS) {
            return outcome;
        }
        new AddressBook(request.roots()).add(unrecorded);
        build(request, false, new TreeSet<>()); // the ledger is an input like any other
        return new BuildOutcome(
                outcome.status(),
                outcome.problems(),
                outcome.concepts(),
                outcome.terms(),
                outcome.labs(),
                unrecorded.stream().map(PublicAddress::toString).toList(),
                outcome.notes());
    }

    /**
     * Reads everything, writes nothing.
     *
     * @param problems filled with what is wrong; then links may be missing
     * @return every link out of the site
     */
    public List<OutwardLink> outwardLinks(Roots roots, Problems problems) throws IOException {
        ScannedContent scanned = new ContentScanner(roots, problems).scan();
        ParsedContent parsed = new ContentParser(fragments, keptPages, problems).parse(scanned);
        List<LabDefinition> labs = new LabReader(roots.course(), roots.labs(), problems).readAll();
        return new SiteBuilder(problems, keptBodies)
                .build(parsed, labs, Optional.empty())
                .outward();
    }

    /**
     * Builds, whether or not anything changed.
     *
     * @param unrecorded is filled with addresses that no ledger holds
     */
    private BuildOutcome build(BuildRequest request, boolean inAnyCase, SortedSet<PublicAddress> unrecorded)
            throws IOException, GenerationFolder.Refused {
        Problems problems = new Problems();
        SiteWriter writer = new SiteWriter(request.out());
        writer.refuseWhatIsNotOurs();
        long began = clock.getAsLong();
        Optional<Sightings> sightings = LastBuild.look(request.roots());
        ScannedContent scanned = scan(request.roots(), problems);
        String inputs = inputs(request, scanned);
        if (request.clean()) {
            forget();
        } else if (!inAnyCase && problems.isEmpty() && writer.shows(inputs)) {
            keep(request, scanned, sightings, began, writer, inputs);
            Fragments.tidy(cache(request.roots().course().state()));
            return BuildOutcome.unchanged();
        }
        ParsedContent parsed = new ContentParser(fragments, keptPages, problems).parse(scanned);
        Site site = site(request, parsed, problems);
        if (!problems.isEmpty()) {
            return BuildOutcome.stoppedBy(problems.sorted()).with(problems.notes());
        }
        CompletableFuture<byte[]> search = CompletableFuture.supplyAsync(() -> SearchIndex.of(site));
        Printing printing = print(site, parsed, request.live());
        SortedMap<String, byte[]> others = new TreeMap<>(printing.others());
        others.put(SearchIndex.ADDRESS, search.join());
        others.putAll(Exchange.files(site, printing.lasting()));
        SortedMap<String, Supplier<byte[]>> files = new TreeMap<>(printing.htmlAndTwins());
        files.putAll(made(others));
        verify(printing, files.keySet(), others, problems);
        if (inAnyCase || parsed.ledger().isPresent() || !site.redirects().isEmpty()) {
            checkAddresses(printing, site, parsed, problems, unrecorded);
        }
        if (!problems.isEmpty()) {
            return BuildOutcome.stoppedBy(problems.sorted()).with(problems.notes());
        }
        writer.write(files, inputs);
        keep(request, scanned, sightings, began, writer, inputs);
        return built(site, parsed, unrecorded).with(problems.notes());
    }

    /** Keeps what tells the next process that nothing is to do. */
    private static void keep(
            BuildRequest request,
            ScannedContent scanned,
            Optional<Sightings> sightings,
            long began,
            SiteWriter writer,
            String inputs) {
        if (sightings.isPresent() && scanned.included().isPresent()) {
            sightings.get().add(scanned.included().get());
            new LastBuild(request).keep(sightings.get(), began, writer, inputs);
        }
    }

    /**
     * Builds into memory alone, and does no more than what changed asks for.
     *
     * @param shown takes the new site where there is one. It is unchanged where its pages look as the last one's did
     */
    public BuildOutcome buildLive(BuildRequest request, Consumer<LiveSite> shown) throws IOException {
        if (request.clean()) {
            forget();
        }
        Problems problems = new Problems();
        ScannedContent scanned = scan(request.roots(), problems);
        ParsedContent parsed = new ContentParser(fragments, keptPages, problems).parse(scanned);
        Site site = site(request, parsed, problems);
        if (!problems.isEmpty()) {
            return BuildOutcome.stoppedBy(problems.sorted()).with(problems.notes());
        }
        Printing printing = print(site, parsed, true);
        Map<String, Supplier<byte[]>> files = printing.htmlAndTwins();
        files.putAll(made(printing.others()));
        LiveSite live = new LiveSite(site, files, printing.lasting());
        Set<String> addresses = live.addresses();
        Map<String, PageFacts> facts = printing.facts();
        SiteVerifier verifier = new SiteVerifier(addresses, facts, problems);
        verifier.verifySince(lastFacts, lastAddresses);
        verifier.refuseHidden(printing.others());
        SortedSet<PublicAddress> unrecorded = new TreeSet<>();
        if (parsed.ledger().isPresent() || !site.redirects().isEmpty()) {
            checkAddresses(printing, site, parsed, problems, unrecorded);
        }
        if (!problems.isEmpty()) {
            return BuildOutcome.stoppedBy(problems.sorted()).with(problems.notes());
        }
        lastFacts = facts;
        lastAddresses = addresses;
        LiveSite before = lastLive;
        lastLive = live;
        shown.accept(live);
        if (before != null && live.looksLike(before)) {
            return BuildOutcome.unchanged().with(problems.notes());
        }
        return built(site, parsed, unrecorded).with(problems.notes());
    }

    /**
     * Builds into memory as if a page had been saved, so that the first real save finds code compiled and engines booted. A build like
     * any other: what was really saved meanwhile is in it, and told.
     *
     * @param which of how many pages that lie evenly among all, from 0
     */
    public BuildOutcome rehearse(BuildRequest request, int which, int ofHowMany, Consumer<LiveSite> shown)
            throws IOException {
        Optional<KeptBodies.Forgotten> page = keptBodies.forget(which, ofHowMany);
        if (page.isPresent()) {
            fragments.rehearse(page.get().file().source());
            keptPages.forget(page.get().file());
            if (keptPress != null) {
                keptPress.forget(page.get().url());
            }
        }
        return buildLive(request, shown);
    }

    private ScannedContent scan(Roots roots, Problems problems) throws IOException {
        return new ContentScanner(roots, keptFiles, clock.getAsLong(), problems).scan();
    }

    private Site site(BuildRequest request, ParsedContent parsed, Problems problems) {
        List<LabDefinition> labs =
                new LabReader(request.roots().course(), request.roots().labs(), problems).readAll();
        return new SiteBuilder(problems, keptBodies).build(parsed, labs, request.baseUrl());
    }

    /**
     * Pages, and files that need no knowledge of the whole.
     *
     * @param others assets, theme, what hosts read
     */
    private record Printing(SortedMap<String, Press.Printed> pages, SortedMap<String, byte[]> others) {

        Set<String> lasting() {
            Set<String> lasting = new HashSet<>();
            pages.forEach((url, page) -> page.twin().ifPresent(twin -> lasting.add(url)));
            return lasting;
        }

        Map<String, Supplier<byte[]>> htmlAndTwins() {
            Map<String, Supplier<byte[]>> files = new HashMap<>();
            pages.forEach((url, page) -> {
                files.put(url, page.html());
                page.twin().ifPresent(twin -> files.put(Twins.address(url), twin));
            });
            return files;
        }

        Map<String, PageFacts> facts() {
            Map<String, PageFacts> facts = new HashMap<>();
            pages.forEach((url, page) -> facts.put(url, page.facts()));
            return facts;
        }
    }

    private Printing print(Site site, ParsedContent parsed, boolean live) {
        Press press = keptPress == null ? new Press(new SiteRenderer()) : keptPress;
        keptPress = press;
        SiteRenderer.Edition edition = press.renderer().edition(site, live);
        SortedMap<String, byte[]> others = new TreeMap<>(edition.files());
        parsed.assets().forEach(asset -> others.put("assets/" + asset.path(), asset.bytes()));
        return new Printing(press.print(edition.sheets()), others);
    }

    private static Map<String, Supplier<byte[]>> made(Map<String, byte[]> files) {
        Map<String, Supplier<byte[]>> made = new HashMap<>();
        files.forEach((path, bytes) -> made.put(path, () -> bytes));
        return made;
    }

    private static void verify(
            Printing printing, Set<String> addresses, SortedMap<String, byte[]> others, Problems problems) {
        SiteVerifier verifier = new SiteVerifier(addresses, printing.facts(), problems);
        verifier.verify();
        verifier.refuseHidden(others);
    }

    /** @param unrecorded is filled with addresses that no ledger holds */
    private static void checkAddresses(
            Printing printing,
            Site site,
            ParsedContent parsed,
            Problems problems,
            SortedSet<PublicAddress> unrecorded) {
        Published published = SiteVerifier.published(printing.facts());
        new AddressCheck(published, site.redirects(), parsed.ledger(), problems).check();
        unrecorded.addAll(parsed.ledger().orElseGet(Ledger::empty).missing(published.offered()));
    }

    private static BuildOutcome built(Site site, ParsedContent parsed, SortedSet<PublicAddress> unrecorded) {
        return new BuildOutcome(
                BuildOutcome.Status.BUILT,
                List.of(),
                site.concepts().size(),
                site.terms().size(),
                site.labs().size(),
                parsed.ledger().isEmpty()
                        ? List.of()
                        : unrecorded.stream().map(PublicAddress::toString).toList());
    }

    private void forget() throws IOException {
        fragments.forget();
        keptFiles = new KeptFiles();
        keptPages = new KeptPages();
        keptBodies = new KeptBodies();
        keptPress = null;
        lastFacts = Map.of();
        lastAddresses = Set.of();
    }

    private String inputs(BuildRequest request, ScannedContent scanned) {
        return Hashes.of(
                String.join("\n", program, scanned.hash(), request.baseUrl().orElse(""), "" + request.live()));
    }

    @Override
    public void close() {
        fragments.close();
    }
}
