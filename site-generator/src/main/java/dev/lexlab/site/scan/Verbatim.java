package dev.lexlab.site.scan;

import java.util.regex.Pattern;

/** Knows which lines of a text in AsciiDoc are code, comments or the like, in which nothing has its usual meaning. Ask for each in turn. */
public final class Verbatim {
    private static final Pattern DELIMITER = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}|/{4,}|```.*");

    private String open = "";

    /** Whether the next line is one of them, or the first or last around them. */
    public boolean holds(String line) {
        if (!open.isEmpty()) {
            open = line.equals(open) ? "" : open;
            return true;
        }
        if (!DELIMITER.matcher(line).matches()) {
            return false;
        }
        open = line.startsWith("```") ? "```" : line;
        return true;
    }
}
