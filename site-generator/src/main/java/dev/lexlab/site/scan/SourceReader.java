package dev.lexlab.site.scan;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    private final Set<Path> included = new HashSet<>();

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

    Optional<SourceText> read(Path file, Markup markup) {
        List<SourceText.Line> given = markup == Markup.ASCIIDOC ? attributes : List.of();
        Optional<KeptFiles.Page> before = kept.page(file, given);
        if (before.isPresent()) {
            tagUse.again(before.get().uses());
            included.addAll(before.get().named());
            return before.map(KeptFiles.Page::text);
        }
        Problems ofPage = new Problems();
        FileTexts texts = new FileTexts(roots, border, ofPage);
        tagUse.begin();
        Set<Path> named = new HashSet<>();
        Optional<SourceText> source =
                texts.text(file).map(text -> source(file, markup, text, given, texts, named, ofPage));
        included.addAll(named);
        problems.addAll(ofPage);
        List<Stamp> files = texts.seen();
        boolean atRest = files.stream().allMatch(stamp -> stamp.wasAtRest(now));
        List<TagUse.Use> uses = tagUse.taken();
        if (source.isPresent() && ofPage.isSilent() && atRest && !texts.hasMissed()) {
            kept.keep(file, new KeptFiles.Page(source.get(), given, files, named, uses));
        }
        return source;
    }

    private SourceText source(
            Path file,
            Markup markup,
            String text,
            List<SourceText.Line> given,
            FileTexts texts,
            Set<Path> named,
            Problems told) {
        String name = roots.name(file);
        List<String> lines = text.lines().map(String::stripTrailing).toList();
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
        AsciidocReader reader = new AsciidocReader(new DocumentAttributes(), told);
        given.forEach(reader::read);
        Includes includes = new Includes(markup, reader, roots, roots.jail(file), texts, border, tagUse, told);
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
        for (int i = 1; i < end; i++) {
            refuseHidden(new SourceText.Line(lines.get(i), name, i + 1), told);
        }
        whole.forEach(line -> refuseHidden(line, told));
        return new SourceText(name, markup, frontMatter, header, whole);
    }

    /** Whether a page includes this file, or would under another condition. */
    boolean isIncluded(Path file) throws IOException {
        return included.contains(file.toRealPath());
    }

    /** Call when every page was read. */
    void tellOrphanTags() {
        tagUse.tellOrphans();
    }

    private static void refuseHidden(SourceText.Line line, Problems told) {
        HiddenText.find(line.text())
                .ifPresent(mark -> told.add(
                        Place.of(line.file(), line.number()),
                        "'" + mark + "' marks what readers must never see",
                        "take it off the page, or the mark off what may be shown"));
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
