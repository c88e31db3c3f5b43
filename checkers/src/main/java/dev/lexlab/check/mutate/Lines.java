package dev.lexlab.check.mutate;

import java.util.ArrayList;
import java.util.List;

/** A text line by line. */
final class Lines {

    private Lines() {}

    /** Each line that says something is left out once. */
    static List<Edit> dropped(String text) {
        List<Edit> edits = new ArrayList<>();
        for (Line line : of(text)) {
            if (!line.isEmpty()) {
                edits.add(Edit.drop(text, line.from(), line.to()));
            }
        }
        return edits;
    }

    /** All of them. */
    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(line(text, start, end));
            start = end + 1;
        }
        return lines;
    }

    private static Line line(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Line(text.substring(from, to), from, to, from - start);
    }

    /**
     * A line without the spaces around it.
     *
     * @param indent how many characters stand before it
     */
    record Line(String content, int from, int to, int indent) {
        /** Whether it is blank or a comment. */
        boolean isEmpty() {
            return content.isEmpty() || content.startsWith("#");
        }
    }
}
