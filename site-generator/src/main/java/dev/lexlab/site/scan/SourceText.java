package dev.lexlab.site.scan;

import static java.util.stream.Collectors.joining;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.problem.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page as its author wrote it.
 *
 * @param name as messages name it
 * @param frontMatter the YAML between the fences, if there are fences
 * @param header of a document in AsciiDoc, which is in the body as well, for its engine
 * @param body its lines, with what they include in place
 * @param hash over the body: its words, and where each line was read, since the same words may come from a file of a lab, which is
 *     tested, or be typed into the page
 */
public record SourceText(
        String name,
        Markup markup,
        Optional<String> frontMatter,
        Optional<AsciidocHeader> header,
        List<Line> body,
        String hash) {

    SourceText(
            String name,
            Markup markup,
            Optional<String> frontMatter,
            Optional<AsciidocHeader> header,
            List<Line> body) {
        this(name, markup, frontMatter, header, body, hash(body));
    }

    /** By its hash instead of line by line. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceText text
                && hash.equals(text.hash)
                && name.equals(text.name)
                && markup == text.markup
                && frontMatter.equals(text.frontMatter)
                && header.equals(text.header);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    /** A page without a header. */
    public SourceText(String name, Markup markup, Optional<String> frontMatter, List<Line> body) {
        this(name, markup, frontMatter, Optional.empty(), body);
    }

    public SourceText {
        body = List.copyOf(body);
    }

    private static String hash(List<Line> body) {
        StringBuilder all = new StringBuilder();
        String file = "";
        for (Line line : body) {
            if (!line.file().equals(file)) {
                file = line.file();
                all.append('\0').append(file);
            }
            all.append('\0').append(line.number()).append(' ').append(line.text());
        }
        return Hashes.of(all.toString());
    }

    public String bodyText() {
        return body.stream().map(Line::text).collect(joining("\n", "", "\n"));
    }

    /** Where a line of {@link #bodyText()} really stands. */
    public Place place(int bodyLine, int column) {
        if (body.isEmpty()) {
            return Place.of(name);
        }
        Line line = body.get(Math.min(Math.max(bodyLine, 1), body.size()) - 1);
        return new Place(line.file(), line.number(), column);
    }

    /**
     * A line and where it was read.
     *
     * @param number from 1, in that file
     */
    public record Line(String text, String file, int number) {}
}
