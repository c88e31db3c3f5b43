package dev.lexlab.site.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.files.GenerationFolder;
import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.site.address.AddressCheck;
import dev.lexlab.site.address.Ledger;
import dev.lexlab.site.address.PublicAddress;
import dev.lexlab.site.address.Published;
import dev.lexlab.site.build.SiteBuilder;
import dev.lexlab.site.exchange.Exchange;
import dev.lexlab.site.markup.Fragments;
import dev.lexlab.site.model.OutwardLink;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.parse.ContentParser;
import dev.lexlab.site.parse.ParsedContent;
import dev.lexlab.site.render.SiteRenderer;
import dev.lexlab.site.scan.AssetFile;
import dev.lexlab.site.scan.ContentScanner;
import dev.lexlab.site.scan.Roots;
import dev.lexlab.site.scan.ScannedContent;
import dev.lexlab.site.search.SearchIndex;
import dev.lexlab.site.verify.SiteVerifier;
import dev.lexlab.site.write.SiteWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The door: sources to a site. Keeps its engines warm between builds until it is closed. */
public final class SitePipeline implements AutoCloseable {
    private final String program;
    private final Fragments fragments;
    /** Made when there is something to render: a run that changes nothing needs no templates. */
    private @Nullable SiteRenderer renderer;

    /** A pipeline whose caches lie in the state folder of a course. */
    public SitePipeline(Path state) throws IOException {
        this.program = Fingerprint.ofThisProgram();
        this.fragments = new Fragments(state.resolve("cache/site"), program);
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
        ParsedContent parsed = new ContentParser(fragments, problems).parse(scanned);
        List<LabDefinition> labs = new LabReader(roots.course(), roots.labs(), problems).readAll();
        return new SiteBuilder(problems).build(parsed, labs, Optional.empty()).outward();
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
        ScannedContent scanned = new ContentScanner(request.roots(), problems).scan();
        String inputs = inputs(request, scanned);
        if (request.clean()) {
            fragments.forget();
        } else if (!inAnyCase && problems.isEmpty() && writer.shows(inputs)) {
            return BuildOutcome.unchanged();
        }
        ParsedContent parsed = new ContentParser(fragments, problems).parse(scanned);
        List<LabDefinition> labs =
                new LabReader(request.roots().course(), request.roots().labs(), problems).readAll();
        Site site = new SiteBuilder(problems).build(parsed, labs, request.baseUrl());
        if (problems.isEmpty()) {
            SortedMap<String, byte[]> files = render(site, parsed.assets(), request.live());
            SortedMap<String, Document> pages = pages(files);
            files.putAll(Exchange.files(site, pages));
            SiteVerifier verifier = new SiteVerifier(files, pages, problems);
            verifier.verify();
            Published published = verifier.published();
            new AddressCheck(published, site.redirects(), parsed.ledger(), problems).check();
            unrecorded.addAll(parsed.ledger().orElseGet(Ledger::empty).missing(published.offered()));
            if (problems.isEmpty()) {
                writer.write(files, inputs);
                return new BuildOutcome(
                        BuildOutcome.Status.BUILT,
                        List.of(),
                        site.concepts().size(),
                        site.terms().size(),
                        site.labs().size(),
                        parsed.ledger().isEmpty()
                                ? List.of()
                                : unrecorded.stream()
                                        .map(PublicAddress::toString)
                                        .toList(),
                        problems.notes());
            }
        }
        return BuildOutcome.stoppedBy(problems.sorted()).with(problems.notes());
    }

    private SortedMap<String, byte[]> render(Site site, List<AssetFile> assets, boolean live) {
        SiteRenderer kept = renderer == null ? new SiteRenderer() : renderer;
        renderer = kept;
        SortedMap<String, byte[]> files = new TreeMap<>(kept.render(site, live));
        files.put(SearchIndex.ADDRESS, SearchIndex.of(site));
        assets.forEach(asset -> files.put("assets/" + asset.path(), asset.bytes()));
        return files;
    }

    private static SortedMap<String, Document> pages(SortedMap<String, byte[]> files) {
        SortedMap<String, Document> pages = new TreeMap<>();
        files.forEach((url, bytes) -> {
            if (url.endsWith(".html")) {
                pages.put(url, Jsoup.parse(new String(bytes, UTF_8)));
            }
        });
        return pages;
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
