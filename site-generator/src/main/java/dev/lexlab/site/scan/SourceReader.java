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
    private final FileTexts texts;
    private final TagUse tagUse;
    private final Problems problems;
    private final List<SourceText.Line> attributes;
    private final Set<Path> included = new HashSet<>();

    /** @param attributes of every page in AsciiDoc, as its first lines */
    SourceReader(Roots roots, FileTexts texts, List<SourceText.Line> attributes, Problems problems) {
        this.roots = roots;
        this.texts = texts;
        this.attributes = List.copyOf(attributes);
        this.tagUse = new TagUse(problems);
        this.problems = problems;
    }

    Optional<SourceText> read(Path file, Markup markup) {
        return texts.text(file).map(text -> source(file, markup, text));
    }

    private SourceText source(Path file, Markup markup, String text) {
        String name = roots.name(file);
        List<String> lines = text.lines().map(String::stripTrailing).toList();
        int end = endOfFrontMatter(lines);
        if (end < 0 && !lines.isEmpty() && lines.get(0).equals(FENCE)) {
            problems.add(Place.of(name, 1), "the front matter never ends", "close it with a line '---'");
        }
        Optional<String> frontMatter =
                end < 0 ? Optional.empty() : Optional.of(String.join("\n", lines.subList(1, end)) + "\n");
        List<SourceText.Line> body = new ArrayList<>();
        for (int i = end + 1; i < lines.size(); i++) {
            body.add(new SourceText.Line(lines.get(i), name, i + 1));
        }
        AsciidocReader reader = new AsciidocReader(new DocumentAttributes(), problems);
        List<SourceText.Line> given = markup == Markup.ASCIIDOC ? attributes : List.of();
        given.forEach(reader::read);
        Includes includes = new Includes(markup, reader, roots, roots.jail(file), texts, tagUse, problems);
        List<SourceText.Line> whole = new ArrayList<>(given);
        whole.addAll(includes.expand(body, file));
        included.addAll(includes.named());
        Optional<AsciidocHeader> header = Optional.empty();
        if (markup == Markup.ASCIIDOC) {
            header = AsciidocHeader.read(whole, reader.attributes());
            if (header.isPresent() && frontMatter.isPresent()) {
                SourceText.Line title = header.get().title();
                problems.note(
                        Place.of(title.file(), title.number()),
                        "this title is not shown, the page has one in its front matter",
                        "");
            }
            new AttributeUse(reader.attributes(), problems).tell(header);
        }
        for (int i = 1; i < end; i++) {
            refuseHidden(new SourceText.Line(lines.get(i), name, i + 1));
        }
        whole.forEach(this::refuseHidden);
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

    private void refuseHidden(SourceText.Line line) {
        HiddenText.find(line.text())
                .ifPresent(mark -> problems.add(
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
