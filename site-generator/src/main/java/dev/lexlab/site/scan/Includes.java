package dev.lexlab.site.scan;

import static java.util.stream.Collectors.joining;

import dev.lexlab.lab.files.PathJail;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts {@code include::path[tag=name]} lines in place, for both markups alike and before either engine sees the text: so
 * every line still knows where it came from, and a cache needs to know no included files.
 */
final class Includes {
    private static final String WORD = "include::";
    private static final Pattern DIRECTIVE = Pattern.compile(WORD + "([^\\[\\s][^\\[]*)\\[([^\\]]*)\\]");
    private static final Pattern DIRECTIVE_OF_THE_ENGINE = Pattern.compile("(include|ifn?def|ifeval|endif)::");
    private static final String LEVELS = "leveloffset";
    /** More than any list stands in. */
    private static final int INDENT = 20;

    private static final Pattern WEB = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");

    private final Markup page;
    private final AsciidocReader reader;
    private final Roots roots;
    private final Path jail;
    private final FileTexts texts;
    private final Border border;
    private final TagUse tagUse;
    private final Problems problems;
    private final Set<Path> named = new LinkedHashSet<>();
    private int files;
    private int characters;

    Includes(
            Markup page,
            AsciidocReader reader,
            Roots roots,
            Path jail,
            FileTexts texts,
            Border border,
            TagUse tagUse,
            Problems problems) {
        this.page = page;
        this.reader = reader;
        this.roots = roots;
        this.jail = jail;
        this.texts = texts;
        this.border = border;
        this.tagUse = tagUse;
        this.problems = problems;
    }

    /** Whether there could be anything to put in place: a text in Markdown without the word is as it is. */
    static boolean mayBeIn(String text, Markup page) {
        return page != Markup.MARKDOWN || text.contains(WORD);
    }

    List<SourceText.Line> expand(List<SourceText.Line> lines, Path file) {
        lines.forEach(line -> characters += line.text().length() + 1);
        List<SourceText.Line> whole = expand(lines, List.of(file));
        reader.end();
        return whole;
    }

    /**
     * Puts what lines include in their place.
     *
     * @param chain the page, and what led from it to the file of these lines, which is the last
     */
    private List<SourceText.Line> expand(List<SourceText.Line> lines, List<Path> chain) {
        List<SourceText.Line> out = new ArrayList<>();
        for (SourceText.Line written : lines) {
            Optional<SourceText.Line> read = page == Markup.ASCIIDOC ? reader.read(written) : Optional.of(written);
            if (read.isEmpty()) {
                noteUnreached(written, chain);
                continue;
            }
            SourceText.Line line = read.get();
            if (!line.text().contains(WORD)) {
                out.add(line); // as nearly all are
                continue;
            }
            String indent = indent(line.text());
            String text = line.text().substring(indent.length());
            Matcher directive = DIRECTIVE.matcher(text);
            if (text.startsWith("\\include::") && page == Markup.MARKDOWN) {
                out.add(new SourceText.Line(indent + text.substring(1), line.file(), line.number()));
            } else if (directive.matches()) {
                out.addAll(indented(indent, included(directive.group(1), directive.group(2), line, chain), line));
            } else {
                out.add(line);
            }
        }
        return out;
    }

    /** In Markdown what belongs to an item of a list is indented, so that an include and all its lines are as well. */
    private String indent(String text) {
        int end = 0;
        while (page == Markup.MARKDOWN && end < INDENT && end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return text.substring(0, end);
    }

    private List<SourceText.Line> indented(String indent, List<SourceText.Line> lines, SourceText.Line at) {
        if (indent.isEmpty() || isTooLong(indent.length() * lines.size(), Place.of(at.file(), at.number()))) {
            return indent.isEmpty() ? lines : List.of();
        }
        return lines.stream()
                .map(line -> new SourceText.Line(
                        line.text().isEmpty() ? "" : indent + line.text(), line.file(), line.number()))
                .toList();
    }

    private List<SourceText.Line> included(String written, String attributes, SourceText.Line at, List<Path> chain) {
        Place place = Place.of(at.file(), at.number());
        Optional<IncludeOptions> options = IncludeOptions.read(attributes, page);
        if (options.isEmpty()) {
            problems.add(
                    place,
                    "include knows no '" + attributes + "'",
                    "write include::" + written
                            + (page == Markup.ASCIIDOC ? "[tag=name] or [leveloffset=+1]" : "[tag=name]"));
            return List.of();
        }
        Optional<String> missing = page == Markup.ASCIIDOC ? reader.attributes().missing(written) : Optional.empty();
        if (missing.isPresent()) {
            problems.add(
                    place,
                    "cannot include '" + written + "': attribute '" + missing.get() + "' is not defined",
                    "set it above, or under 'attributes:' in site.yml");
            return List.of();
        }
        String target = page == Markup.ASCIIDOC ? reader.attributes().resolve(written) : written;
        Optional<String> wanted = options.get().tag();
        Optional<Path> file =
                file(target, place, chain.get(chain.size() - 1), options.get().optional());
        if (file.isEmpty() || isTooMuch(file.get(), place, chain)) {
            return List.of();
        }
        List<SourceText.Line> lines = region(file.get(), wanted, place);
        if (isTooLong(lines.stream().mapToInt(line -> line.text().length() + 1).sum(), place)) {
            return List.of();
        }
        if (Markup.of(target).isEmpty()) {
            return escaped(lines);
        }
        List<Path> longer = new ArrayList<>(chain);
        longer.add(file.get());
        return options.get().leveloffset().isPresent()
                ? shifted(options.get().leveloffset().get(), lines, at, longer)
                : expand(lines, longer);
    }

    /** Headings of these lines are so many levels deeper; behind them as many as before. */
    private List<SourceText.Line> shifted(
            String offset, List<SourceText.Line> lines, SourceText.Line at, List<Path> chain) {
        String before = reader.attributes().value(LEVELS).orElse("0");
        List<SourceText.Line> out = new ArrayList<>(levels(offset, at));
        out.addAll(expand(lines, chain));
        out.addAll(levels(before, at));
        return out;
    }

    private List<SourceText.Line> levels(String offset, SourceText.Line at) {
        List<SourceText.Line> out = new ArrayList<>();
        for (String text : List.of("", ":" + LEVELS + ": " + offset, "")) {
            SourceText.Line line = new SourceText.Line(text, at.file(), at.number());
            reader.read(line).ifPresent(out::add);
        }
        return out;
    }

    /** A file under a condition that does not hold is a part of the page all the same: nobody is to call it a stray. */
    private void noteUnreached(SourceText.Line line, List<Path> chain) {
        Matcher directive = DIRECTIVE.matcher(line.text());
        if (directive.matches()
                && reader.attributes().missing(directive.group(1)).isEmpty()) {
            String target = reader.attributes().resolve(directive.group(1));
            try {
                named.add(new PathJail(jail)
                        .file(chain.get(chain.size() - 1).toRealPath().resolveSibling(""), target));
            } catch (PathJail.Refused | IOException e) {
                return; // it is not read, so nothing is wrong with it
            }
        }
    }

    /** Real paths of all files that the page includes, or would include. */
    Set<Path> named() {
        return Set.copyOf(named);
    }

    private Optional<Path> file(String target, Place place, Path from, boolean optional) {
        if (WEB.matcher(target).matches()) {
            problems.add(
                    place,
                    "cannot include '" + target + "', which is no file of the course",
                    "copy what you need of it");
            return Optional.empty();
        }
        try {
            Path file = new PathJail(jail).file(from.toRealPath().resolveSibling(""), target);
            Optional<String> refusal = border.refusal(file);
            if (refusal.isEmpty()) {
                named.add(file);
                return Optional.of(file);
            }
            problems.add(place, "cannot include '" + target + "', it " + refusal.get(), "include what readers may see");
        } catch (PathJail.Refused e) {
            if (optional && e.isMissing()) {
                texts.miss();
                return Optional.empty();
            }
            problems.add(place, "cannot include: " + e.getMessage(), "paths go from the folder of this file");
        } catch (IOException e) {
            problems.add(place, "cannot include '" + target + "': " + e.getMessage(), "");
        }
        return Optional.empty();
    }

    private boolean isTooMuch(Path file, Place place, List<Path> chain) {
        if (chain.stream().anyMatch(above -> isSame(above, file))) {
            problems.add(
                    place,
                    "includes go round in a circle: " + names(chain) + " -> " + roots.name(file),
                    "take one of these includes away");
            return true;
        }
        if (chain.size() > Limits.INCLUDES_DEEP) {
            problems.add(
                    place,
                    "includes lead into each other more than " + Limits.INCLUDES_DEEP + " deep: " + names(chain)
                            + " -> " + roots.name(file),
                    "include the last of them at once");
            return true;
        }
        files++;
        if (files == Limits.INCLUDES_OF_A_PAGE + 1) {
            problems.add(
                    place,
                    "this page includes more than " + Limits.INCLUDES_OF_A_PAGE + " files in all",
                    "split the page");
        }
        return files > Limits.INCLUDES_OF_A_PAGE;
    }

    private boolean isTooLong(int more, Place place) {
        boolean told = characters > Limits.PAGE_CHARACTERS_WITH_INCLUDES;
        characters += more;
        boolean tooLong = characters > Limits.PAGE_CHARACTERS_WITH_INCLUDES;
        if (tooLong && !told) {
            problems.add(
                    place,
                    "with what it includes this page has more than "
                            + Limits.size(Limits.PAGE_CHARACTERS_WITH_INCLUDES),
                    "split the page");
        }
        return tooLong;
    }

    private String names(List<Path> chain) {
        return chain.stream().map(roots::name).collect(joining(" -> "));
    }

    /** The page is known by the name it was found under, an included file by its real one. */
    private static boolean isSame(Path above, Path real) {
        try {
            return above.toRealPath().equals(real);
        } catch (IOException e) {
            return false; // it was there when it was read; what is gone includes nothing
        }
    }

    /** An include line in somebody's code is code; only Asciidoctor would still take it for one of ours. */
    private List<SourceText.Line> escaped(List<SourceText.Line> lines) {
        if (page == Markup.MARKDOWN) {
            return lines;
        }
        return lines.stream()
                .map(line -> DIRECTIVE_OF_THE_ENGINE.matcher(line.text()).lookingAt()
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
        tagUse.file(roots.name(file), tags);
        if (tag.isPresent() && !tags.names().contains(tag.get())) {
            problems.add(
                    place,
                    "'" + roots.name(file) + "' has no tag '" + tag.get() + "'",
                    DidYouMean.hint(tag.get(), tags.names()));
            tagUse.doubtful(roots.name(file));
            return List.of();
        }
        tag.ifPresent(name -> tagUse.tag(roots.name(file), name));
        return tags.lines(tag);
    }
}
