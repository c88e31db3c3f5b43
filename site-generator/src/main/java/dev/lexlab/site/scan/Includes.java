package dev.lexlab.site.scan;

import dev.lexlab.lab.files.PathJail;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts {@code include::path[tag=name]} lines in place, for both markups alike and before either engine sees the text: so
 * every line still knows where it came from, and a cache needs to know no included files.
 */
final class Includes {
    private static final Pattern DIRECTIVE = Pattern.compile("include::([^\\[\\s][^\\[]*)\\[([^\\]]*)\\]");
    private static final Pattern TAG = Pattern.compile("\\s*tags?\\s*=\\s*\"?([\\w.-]+)\"?\\s*");
    /** Deeper than anybody nests on purpose. */
    private static final int DEEPEST = 8;

    private final Markup page;
    private final Roots roots;
    private final Path jail;
    private final FileTexts texts;
    private final Problems problems;

    Includes(Markup page, Roots roots, Path jail, FileTexts texts, Problems problems) {
        this.page = page;
        this.roots = roots;
        this.jail = jail;
        this.texts = texts;
        this.problems = problems;
    }

    List<SourceText.Line> expand(List<SourceText.Line> lines, Path file) {
        return expand(lines, file, 0);
    }

    private List<SourceText.Line> expand(List<SourceText.Line> lines, Path file, int depth) {
        List<SourceText.Line> out = new ArrayList<>();
        for (SourceText.Line line : lines) {
            Matcher directive = DIRECTIVE.matcher(line.text());
            if (line.text().startsWith("\\include::") && page == Markup.MARKDOWN) {
                out.add(new SourceText.Line(line.text().substring(1), line.file(), line.number()));
            } else if (directive.matches()) {
                out.addAll(included(directive.group(1), directive.group(2), line, file, depth));
            } else {
                out.add(line);
            }
        }
        return out;
    }

    private List<SourceText.Line> included(String target, String attributes, SourceText.Line at, Path from, int depth) {
        Place place = Place.of(at.file(), at.number());
        if (depth == DEEPEST) {
            problems.add(place, "includes go round in a circle, or deeper than " + DEEPEST, "");
            return List.of();
        }
        Matcher tag = TAG.matcher(attributes);
        if (!attributes.isBlank() && !tag.matches()) {
            problems.add(place, "include knows no '" + attributes + "'", "write include::" + target + "[tag=name]");
            return List.of();
        }
        Optional<String> wanted = attributes.isBlank() ? Optional.empty() : Optional.of(tag.group(1));
        try {
            Path file = new PathJail(jail).file(from.toRealPath().resolveSibling(""), target);
            List<SourceText.Line> lines = region(file, wanted, place);
            return Markup.of(target).isPresent() ? expand(lines, file, depth + 1) : escaped(lines);
        } catch (PathJail.Refused e) {
            problems.add(place, "cannot include: " + e.getMessage(), "paths go from the folder of this file");
        } catch (IOException e) {
            problems.add(place, "cannot include '" + target + "': " + e.getMessage(), "");
        }
        return List.of();
    }

    /** An include line in somebody's code is code; only Asciidoctor would still take it for one of ours. */
    private List<SourceText.Line> escaped(List<SourceText.Line> lines) {
        if (page == Markup.MARKDOWN) {
            return lines;
        }
        return lines.stream()
                .map(line -> line.text().startsWith("include::")
                        ? new SourceText.Line("\\" + line.text(), line.file(), line.number())
                        : line)
                .toList();
    }

    private List<SourceText.Line> region(Path file, Optional<String> tag, Place place) {
        Optional<String> text = texts.text(file);
        if (text.isEmpty()) {
            return List.of(); // told by whoever read it
        }
        Tags tags = Tags.read(roots.name(file), text.get());
        if (tag.isPresent() && !tags.names().contains(tag.get())) {
            problems.add(
                    place,
                    "'" + roots.name(file) + "' has no tag '" + tag.get() + "'",
                    DidYouMean.hint(tag.get(), tags.names()));
            return List.of();
        }
        return tags.lines(tag);
    }
}
