package dev.lexlab.site.markup;

import dev.lexlab.site.scan.AsciidocHeader;
import dev.lexlab.site.scan.SourceText;
import dev.lexlab.site.scan.Verbatim;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the lines of headings, which Asciidoctor's HTML does not tell. */
final class AsciidocHeadings {
    private static final Pattern HEADING = Pattern.compile("(={1,6}|#{1,6})\\s+\\S.*");

    private AsciidocHeadings() {}

    /** From 1, in the body. */
    static List<Integer> lines(SourceText source) {
        List<SourceText.Line> body = source.body();
        List<Integer> lines = new ArrayList<>();
        Verbatim verbatim = new Verbatim();
        // The title of a document is no heading of its text.
        for (int i = source.header().map(AsciidocHeader::end).orElse(0); i < body.size(); i++) {
            String text = body.get(i).text();
            if (!verbatim.holds(text) && HEADING.matcher(text).matches()) {
                lines.add(i + 1);
            }
        }
        return lines;
    }
}
