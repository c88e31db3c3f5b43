package dev.lexlab.site.markup;

import dev.lexlab.site.scan.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the lines of headings, which Asciidoctor's HTML does not tell. */
final class AsciidocHeadings {
    private static final Pattern HEADING = Pattern.compile("(={1,6}|#{1,6})\\s+\\S.*");
    private static final Pattern VERBATIM = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}|/{4,}|```.*");

    private AsciidocHeadings() {}

    /** From 1, in the body. */
    static List<Integer> lines(List<SourceText.Line> body) {
        List<Integer> lines = new ArrayList<>();
        String open = "";
        for (int i = 0; i < body.size(); i++) {
            String text = body.get(i).text();
            if (!open.isEmpty()) {
                open = text.equals(open) ? "" : open;
            } else if (VERBATIM.matcher(text).matches()) {
                open = text.startsWith("```") ? "```" : text;
            } else if (HEADING.matcher(text).matches()) {
                lines.add(i + 1);
            }
        }
        return lines;
    }
}
