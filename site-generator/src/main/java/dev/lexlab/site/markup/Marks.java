package dev.lexlab.site.markup;

import dev.lexlab.site.scan.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asciidoctor does not say where an inline macro stands. So each target gets a mark with its line and column before the
 * conversion, and every mark is taken off again after it, also where the text turned out to be code. Private-use characters
 * make a mark unlike anything an author writes; no full stop is in it,
 * because then Asciidoctor would take an anchor for a file.
 */
final class Marks {
    private static final Pattern MARK = Pattern.compile("L\uE000(\\d+)\uE002(\\d+)\uE001");
    private static final Pattern TARGET =
            Pattern.compile("(?<!\\\\)(?:\\b(?:term|cite|xref|link):|\\bimage::?|<<)(?=[\\p{L}\\p{N}_#/.])");

    private static final Pattern LEFTOVER =
            Pattern.compile("\\b(?:term|cite|xref):L\uE000(\\d+)\uE002(\\d+)\uE001[^\\s\\[]*");

    private Marks() {}

    static String put(List<SourceText.Line> lines) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (SourceText.Line line : lines) {
            number++;
            // A heading's id is made from its text, so no mark may stand in it.
            out.append(line.text().startsWith("=") ? line.text() : put(line.text(), number));
            out.append('\n');
        }
        return out.toString();
    }

    private static String put(String text, int number) {
        Matcher target = TARGET.matcher(text);
        StringBuilder out = new StringBuilder();
        while (target.find()) {
            String mark = "L\uE000" + number + "\uE002" + (target.start() + 1) + "\uE001";
            target.appendReplacement(out, Matcher.quoteReplacement(target.group() + mark));
        }
        return target.appendTail(out).toString();
    }

    /** {@code line.column} of the first mark in a text. */
    static Optional<String> find(String text) {
        Matcher mark = MARK.matcher(text);
        return mark.find() ? Optional.of(mark.group(1) + "." + mark.group(2)) : Optional.empty();
    }

    /** References in a text that Asciidoctor did not take for such: {@code term:two words[]}. Group 1 and 2 are the place. */
    static Matcher leftover(String text) {
        return LEFTOVER.matcher(text);
    }

    static String strip(String text) {
        return text.indexOf('\uE000') < 0 ? text : MARK.matcher(text).replaceAll("");
    }
}
