package dev.lexlab.site.scan;

import static java.util.Locale.ROOT;

import dev.lexlab.lab.files.Stamp;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The door: folders to {@link ScannedContent}. A file nobody would read is a fault, not a file to skip. */
public final class ContentScanner {
    /** Where a course keeps the addresses that it has published; it need not. */
    public static final String ADDRESSES = "addresses.txt";

    private static final Set<String> FILES = Set.of("site.yml", "sources.yml", ADDRESSES);
    private static final Set<String> RESERVED =
            Set.of("labs", "assets", "book", "glossary", "myths", "sources", "theme");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** What needs no encoding in an address, and is a file's name on every system. */
    private static final Pattern ASSET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(png|jpe?g|gif|svg|webp|avif)");
    /** Windows has machines of its own under these names, whatever the ending. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

    private final Roots roots;
    private final KeptFiles kept;
    private final long now;
    private final Problems problems;
    private final FileTexts texts;
    private final Optional<TextFile> siteYml;
    private final SourceReader sources;
    private final List<PageFile> pages = new ArrayList<>();
    private final List<AssetFile> assets = new ArrayList<>();
    private final List<TextFile> sourcesOfConcepts = new ArrayList<>();

    /** A scanner for one scan that knows nothing of an earlier one. */
    public ContentScanner(Roots roots, Problems problems) {
        this(roots, new KeptFiles(), 0, problems);
    }

    /**
     * A scanner for one scan.
     *
     * @param kept what the scan before has left, and filled for the next one
     * @param now milliseconds since 1970
     */
    public ContentScanner(Roots roots, KeptFiles kept, long now, Problems problems) {
        Border border = new Border(roots);
        this.roots = roots;
        this.kept = kept;
        this.now = now;
        this.problems = problems;
        this.texts = new FileTexts(roots, border, problems);
        this.siteYml = texts.optional(roots.content().resolve("site.yml"));
        this.sources = new SourceReader(roots, border, kept.attributes(siteYml), kept, now, problems);
    }

    public ScannedContent scan() throws IOException {
        kept.begin();
        Path content = roots.content();
        if (!Files.isDirectory(content)) {
            problems.add(Place.of(roots.name(content)), "there is no such folder", "name the content with --content");
        } else {
            scanContent(content);
        }
        LabFiles labs = new LabFiles(roots, problems, sources);
        pages.addAll(labs.guides());
        sources.tellOrphanTags();
        List<TextFile> sourcesYml = new ArrayList<>();
        texts.optional(content.resolve("sources.yml")).ifPresent(sourcesYml::add);
        sourcesYml.addAll(sourcesOfConcepts);
        Optional<TextFile> credits = texts.optional(content.resolve("assets/credits.yml"));
        Optional<TextFile> addresses = texts.optional(content.resolve(ADDRESSES));
        Map<String, String> changed =
                lastChanges(pages.stream().map(PageFile::name).toList());
        kept.end();
        return new ScannedContent(
                roots,
                siteYml,
                sourcesYml,
                credits,
                addresses,
                pages,
                assets,
                changed,
                labs.fingerprint(),
                sources.seen());
    }

    private Map<String, String> lastChanges(List<String> files) {
        History history = new History(roots.course());
        List<Stamp> state = history.state();
        Optional<Map<String, String>> known = state.isEmpty() ? Optional.empty() : kept.days(state, files);
        Map<String, String> changed = known.orElseGet(() -> history.lastChanges(files));
        if (state.stream().allMatch(stamp -> stamp.wasAtRest(now))) {
            kept.keep(new KeptFiles.Days(state, files, changed));
        }
        return changed;
    }

    private void scanContent(Path content) throws IOException {
        boolean hasConcept = false;
        for (Path child : children(content)) {
            String name = child.getFileName().toString();
            if (Files.isDirectory(child) && name.equals("assets")) {
                scanAssets(child);
            } else if (Files.isDirectory(child)) {
                hasConcept = true;
                scanConcept(child);
            } else if (!FILES.contains(name)) {
                stray(
                        child,
                        Markup.of(name).isPresent()
                                ? "put it into a folder of its own, as NAME/index"
                                        + Markup.of(name).get().extension() + ", with the files that it includes"
                                : "content holds site.yml, sources.yml, addresses.txt, assets/ and a folder for each concept");
            }
        }
        if (!hasConcept) {
            problems.add(
                    Place.of(roots.name(content)),
                    "there is no concept here",
                    "make a folder with index.adoc or index.md");
        }
    }

    private void scanAssets(Path folder) throws IOException {
        Map<String, Path> byFoldedPath = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.equals("credits.yml") && !isHidden(file)) {
                    checkAsset(folder.relativize(file), file);
                    Path twin = byFoldedPath.putIfAbsent(path.toLowerCase(ROOT), file);
                    if (twin != null) {
                        problems.add(
                                Place.of(roots.name(file)),
                                "and '" + roots.name(twin) + "' are one file on some machines",
                                "rename one of them");
                    }
                    asset(path, file).ifPresent(assets::add);
                }
            }
        }
    }

    private Optional<AssetFile> asset(String path, Path file) {
        Optional<AssetFile> before = kept.asset(file);
        if (before.isPresent()) {
            return before;
        }
        Optional<Stamp> stamp = Stamp.of(file);
        Optional<AssetFile> asset =
                texts.bytes(file, Limits.ASSET_BYTES).map(bytes -> new AssetFile(path, roots.name(file), bytes));
        if (asset.isPresent() && stamp.isPresent() && stamp.get().wasAtRest(now)) {
            kept.keep(file, new KeptFiles.Asset(asset.get(), stamp.get()));
        }
        return asset;
    }

    private void checkAsset(Path inside, Path file) {
        for (Path part : inside) {
            String name = part.toString();
            String stem = name.replaceFirst("\\..*", "");
            if (name.length() > Limits.NAME_CHARACTERS
                    || !ASSET.matcher(name).matches()
                    || DEVICE.matcher(stem.toLowerCase(ROOT)).matches()) {
                problems.add(
                        Place.of(roots.name(file)),
                        "'" + name + "' cannot be the name of an asset",
                        "use letters, digits, '.', '_' and '-', at most " + Limits.NAME_CHARACTERS + " of them");
            }
        }
    }

    private void scanConcept(Path folder) throws IOException {
        String concept = folder.getFileName().toString();
        if (RESERVED.contains(concept)) {
            problems.add(
                    Place.of(roots.name(folder)),
                    "'" + concept + "' cannot be a concept, the site has a page of its own there",
                    "rename the folder");
            return;
        }
        checkSlug(concept, folder);
        int pagesBefore = pages.size();
        List<Path> others = new ArrayList<>();
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (Files.isDirectory(child) && name.equals("terms")) {
                scanTerms(concept, child);
            } else if (name.equals("index.adoc") || name.equals("index.md")) {
                addPage(PageFile.Kind.OVERVIEW, concept, child);
            } else if (name.equals("sources.yml")) {
                texts.optional(child).ifPresent(sourcesOfConcepts::add);
            } else {
                others.add(child);
            }
        }
        for (Path other : others) { // once it is known what its pages include
            scanBeside(other);
        }
        refuseSecondOverview(folder, pages.subList(pagesBefore, pages.size()));
    }

    /** Chapters that a page includes, and pictures that it may show: a book brings them along. */
    private void scanBeside(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            for (Path child : children(file)) {
                scanBeside(child);
            }
        } else if (PICTURE.matcher(file.getFileName().toString()).matches()) {
            Path inside = roots.content().relativize(file);
            checkAsset(inside, file);
            asset(inside.toString().replace('\\', '/'), file).ifPresent(assets::add);
        } else if (!sources.isIncluded(file)) {
            stray(
                    file,
                    "a concept holds index.adoc or index.md, sources.yml, terms/, and what these pages include or show");
        }
    }

    private void refuseSecondOverview(Path folder, List<PageFile> ofConcept) throws IOException {
        long overviews = ofConcept.stream()
                .filter(page -> page.kind() == PageFile.Kind.OVERVIEW)
                .count();
        if (overviews == 0) {
            problems.add(
                    Place.of(roots.name(folder)),
                    "has no overview page",
                    book(folder)
                            .map(name -> "call '" + name + "' index" + name.substring(name.lastIndexOf('.')))
                            .orElse("write index.adoc or index.md there"));
        } else if (overviews > 1) {
            problems.add(Place.of(roots.name(folder)), "has two overview pages", "keep index.adoc or index.md");
        }
    }

    /** The only page in a folder is its overview under another name. */
    private static Optional<String> book(Path folder) throws IOException {
        List<String> pages = children(folder).stream()
                .map(child -> child.getFileName().toString())
                .filter(name -> Markup.of(name).isPresent())
                .toList();
        return pages.size() == 1 ? Optional.of(pages.get(0)) : Optional.empty();
    }

    private void scanTerms(String concept, Path folder) throws IOException {
        List<Path> children = children(folder);
        sources.ahead(children.stream()
                .filter(child -> Files.isRegularFile(child)
                        && Markup.of(child.getFileName().toString()).isPresent())
                .toList());
        for (Path child : children) {
            String name = child.getFileName().toString();
            if (Files.isRegularFile(child) && Markup.of(name).isPresent()) {
                addPage(PageFile.Kind.TERM, concept, child);
            } else {
                stray(child, "terms/ holds pages that end in .adoc or .md");
            }
        }
    }

    private void addPage(PageFile.Kind kind, String concept, Path file) {
        String name = file.getFileName().toString();
        Markup markup = Markup.of(name).orElseThrow();
        String slug = name.substring(0, name.length() - markup.extension().length());
        checkSlug(slug, file);
        if (kind == PageFile.Kind.TERM && slug.equals("index")) {
            problems.add(Place.of(roots.name(file)), "'index' cannot be a term, it is the overview's address", "");
        }
        sources.read(file, markup).ifPresent(text -> pages.add(new PageFile(kind, concept, slug, file, text)));
    }

    private void checkSlug(String slug, Path file) {
        if (slug.length() > Limits.NAME_CHARACTERS) {
            problems.add(
                    Place.of(roots.name(file)),
                    "this name has " + slug.length() + " characters, and " + Limits.NAME_CHARACTERS + " are the most",
                    "shorten it");
        } else if (DEVICE.matcher(slug).matches()) {
            problems.add(
                    Place.of(roots.name(file)),
                    "'" + slug + "' cannot be a name here, Windows keeps it for a device",
                    "rename it");
        } else if (!SLUG.matcher(slug).matches()) {
            problems.add(
                    Place.of(roots.name(file)),
                    "'" + slug + "' cannot be a name here",
                    "use a-z, 0-9 and single hyphens between them");
        }
    }

    private void stray(Path file, String hint) {
        problems.add(Place.of(roots.name(file)), "nothing reads this", hint);
    }

    /** Sorted; what begins with a dot belongs to editors and tools. */
    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !isHidden(child)).sorted().toList();
        }
    }

    private static boolean isHidden(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.endsWith("~");
    }
}
