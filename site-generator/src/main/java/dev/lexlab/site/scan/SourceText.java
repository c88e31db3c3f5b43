package dev.lexlab.site.scan;

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
        return Hashes.of(places(body) + '\0' + text(body));
    }

    /** Where each line was read, said of those alone that do not follow the line before them in its file: nearly all do. */
    private static String places(List<Line> body) {
        StringBuilder places = new StringBuilder();
        String file = "";
        int following = 0;
        for (int i = 0; i < body.size(); i++) {
            Line line = body.get(i);
            if (line.number() != following || !line.file().equals(file)) {
                file = line.file();
                places.append(i)
                        .append(' ')
                        .append(line.number())
                        .append(' ')
                        .append(file)
                        .append('\0');
            }
            following = line.number() + 1;
        }
        return places.toString();
    }

    private static String text(List<Line> body) {
        String[] lines = new String[body.size() + 1];
        for (int i = 0; i < body.size(); i++) {
            lines[i] = body.get(i).text();
        }
        lines[body.size()] = ""; // so that the last line ends as well
        return body.isEmpty() ? "\n" : String.join("\n", lines);
    }

    /** All its lines, each with its end. */
    public String bodyText() {
        return text(body);
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
