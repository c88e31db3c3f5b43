package dev.lexlab.site.scan;

import dev.lexlab.lab.files.Stamp;
import dev.lexlab.lab.parallel.Parallel;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file to a {@link SourceText}: front matter apart, includes in place. */
final class SourceReader {
    private static final String FENCE = "---";

    private final Roots roots;
    private final Border border;
    private final TagUse tagUse;
    private final KeptFiles kept;
    private final long now;
    private final Problems problems;
    private final List<SourceText.Line> attributes;
    private final Map<Path, Reading> ahead = new HashMap<>();
    private final Set<Path> included = new HashSet<>();
    private final List<Stamp> seen = new ArrayList<>();
    private boolean missed;

    /**
     * A reader for one scan.
     *
     * @param attributes of every page in AsciiDoc, as its first lines
     * @param now milliseconds since 1970
     */
    SourceReader(
            Roots roots, Border border, List<SourceText.Line> attributes, KeptFiles kept, long now, Problems problems) {
        this.roots = roots;
        this.border = border;
        this.attributes = List.copyOf(attributes);
        this.tagUse = new TagUse(problems);
        this.kept = kept;
        this.now = now;
        this.problems = problems;
    }

    /** Reads files on all processors; {@link #read} then has them at once. */
    void ahead(Collection<Path> files) {
        List<Path> pages = List.copyOf(files);
        List<Reading> readings = Parallel.map(
                pages,
                file -> reading(file, Markup.of(file.getFileName().toString()).orElseThrow()));
        for (int i = 0; i < pages.size(); i++) {
            ahead.put(pages.get(i), readings.get(i));
        }
    }

    Optional<SourceText> read(Path file, Markup markup) {
        Reading before = ahead.remove(file);
        Reading reading = before == null ? reading(file, markup) : before;
        problems.addAll(reading.told());
        tagUse.again(reading.uses());
        included.addAll(reading.named());
        reading.kept().ifPresent(page -> kept.keep(file, page));
        seen.addAll(reading.seen());
        missed |= reading.missed();
        return reading.source();
    }

    /** What reading a page came to; nothing is told yet. */
    private record Reading(
            Optional<SourceText> source,
            Problems told,
            Set<Path> named,
            List<TagUse.Use> uses,
            List<Stamp> seen,
            boolean missed,
            Optional<KeptFiles.Page> kept) {}

    private Reading reading(Path file, Markup markup) {
        List<SourceText.Line> given = markup == Markup.ASCIIDOC ? attributes : List.of();
        Optional<KeptFiles.Page> before = kept.page(file, given);
        if (before.isPresent()) {
            KeptFiles.Page page = before.get();
            return new Reading(
                    Optional.of(page.text()), new Problems(), page.named(), page.uses(), page.files(), false, before);
        }
        Problems told = new Problems();
        FileTexts texts = new FileTexts(roots, border, told);
        TagUse uses = new TagUse(new Problems()); // told once for all pages, by the one that notes them all
        Set<Path> named = new HashSet<>();
        Optional<SourceText> source =
                texts.text(file).map(text -> source(file, markup, text, given, texts, uses, named, told));
        List<Stamp> files = texts.seen();
        boolean lasts = told.isSilent() && !texts.hasMissed() && files.stream().allMatch(stamp -> stamp.wasAtRest(now));
        Optional<KeptFiles.Page> page =
                source.filter(text -> lasts).map(text -> new KeptFiles.Page(text, given, files, named, uses.all()));
        return new Reading(source, told, named, uses.all(), files, texts.hasMissed(), page);
    }

    private SourceText source(
            Path file,
            Markup markup,
            String text,
            List<SourceText.Line> given,
            FileTexts texts,
            TagUse uses,
            Set<Path> named,
            Problems told) {
        String name = roots.name(file);
        List<String> lines = lines(text);
        int end = endOfFrontMatter(lines);
        if (end < 0 && !lines.isEmpty() && lines.get(0).equals(FENCE)) {
            told.add(Place.of(name, 1), "the front matter never ends", "close it with a line '---'");
        }
        Optional<String> frontMatter =
                end < 0 ? Optional.empty() : Optional.of(String.join("\n", lines.subList(1, end)) + "\n");
        List<SourceText.Line> body = new ArrayList<>();
        for (int i = end + 1; i < lines.size(); i++) {
            body.add(new SourceText.Line(lines.get(i), name, i + 1));
        }
        // As nearly all are: then what it says as a whole need not be asked of each line.
        if (!Includes.mayBeIn(text, markup)) {
            if (HiddenText.find(text).isPresent()) {
                refuseHidden(lines, end, name, told);
                body.forEach(line -> refuseHidden(line, told));
            }
            return new SourceText(name, markup, frontMatter, body);
        }
        AsciidocReader reader = new AsciidocReader(new DocumentAttributes(), told);
        given.forEach(reader::read);
        Includes includes = new Includes(markup, reader, roots, roots.jail(file), texts, border, uses, told);
        List<SourceText.Line> whole = new ArrayList<>(given);
        whole.addAll(includes.expand(body, file));
        named.addAll(includes.named());
        Optional<AsciidocHeader> header = Optional.empty();
        if (markup == Markup.ASCIIDOC) {
            header = AsciidocHeader.read(whole, reader.attributes());
            if (header.isPresent() && frontMatter.isPresent()) {
                SourceText.Line title = header.get().title();
                told.note(
                        Place.of(title.file(), title.number()),
                        "this title is not shown, the page has one in its front matter",
                        "");
            }
            new AttributeUse(reader.attributes(), told).tell(header);
        }
        refuseHidden(lines, end, name, told);
        whole.forEach(line -> refuseHidden(line, told));
        return new SourceText(name, markup, frontMatter, header, whole);
    }

    /** All files that were read, as they were before; empty where one was looked for that is not there. */
    Optional<List<Stamp>> seen() {
        return missed ? Optional.empty() : Optional.of(List.copyOf(seen));
    }

    /** Whether a page includes this file, or would under another condition. */
    boolean isIncluded(Path file) throws IOException {
        return included.contains(file.toRealPath());
    }

    /** Call when every page was read. */
    void tellOrphanTags() {
        tagUse.tellOrphans();
    }

    /** @param end of the front matter */
    private static void refuseHidden(List<String> lines, int end, String name, Problems told) {
        for (int i = 1; i < end; i++) {
            refuseHidden(new SourceText.Line(lines.get(i), name, i + 1), told);
        }
    }

    private static void refuseHidden(SourceText.Line line, Problems told) {
        HiddenText.find(line.text())
                .ifPresent(mark -> told.add(
                        Place.of(line.file(), line.number()),
                        "'" + mark + "' marks what readers must never see",
                        "take it off the page, or the mark off what may be shown"));
    }

    /** Without the white space at their ends. */
    static List<String> lines(String text) {
        if (text.indexOf('\r') >= 0) {
            return text.lines().map(String::stripTrailing).toList(); // a line may end in ways of its own
        }
        List<String> lines = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            int last = end < 0 ? text.length() : end;
            lines.add(text.substring(begin, last).stripTrailing());
            begin = last + 1;
        }
        return lines;
    }

    /** Index of the closing fence; -1 where there is no front matter. */
    private static int endOfFrontMatter(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(FENCE)) {
            return -1;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).equals(FENCE)) {
                return i;
            }
        }
        return -1;
    }
}
