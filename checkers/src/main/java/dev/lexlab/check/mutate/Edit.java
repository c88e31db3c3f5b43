package dev.lexlab.check.mutate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One small change of a text.
 *
 * @param from where what is taken out begins
 * @param to where it ends
 * @param with what stands there instead
 * @param says the change in one line
 */
record Edit(int from, int to, String with, String says) {
    private static final int MOST_CHARACTERS = 70;

    /** What stands there is replaced. */
    static Edit replace(String text, int from, int to, String with) {
        return new Edit(from, to, with, quoted(text.substring(from, to)) + " → " + quoted(with));
    }

    /** What stands there is taken out, with the spaces in front of it. */
    static Edit drop(String text, int from, int to) {
        return dropFor(text, from, to, "");
    }

    /** What stands there is taken out; the other text keeps valid what stands around it. */
    static Edit dropFor(String text, int from, int to, String with) {
        int begin = from;
        while (with.isEmpty() && begin > 0 && text.charAt(begin - 1) == ' ' && !isIndent(text, begin)) {
            begin--;
        }
        return new Edit(begin, to, with, quoted(text.substring(from, to)) + " → dropped");
    }

    private static boolean isIndent(String text, int at) {
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        return text.substring(lineStart, at).isBlank();
    }

    private static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return "'" + (line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS - 1) + "…" : line) + "'";
    }

    /** The same in a text that stands somewhere in another one. */
    Edit shifted(int by) {
        return new Edit(from + by, to + by, with, says);
    }

    String in(String text) {
        return text.substring(0, from) + with + text.substring(to);
    }

    /** From 1. */
    int line(String text) {
        int first = from;
        while (first < to && (Character.isWhitespace(text.charAt(first)) || text.charAt(first) == ',')) {
            first++;
        }
        return (int) text.substring(0, first).chars().filter(c -> c == '\n').count() + 1;
    }

    /** Each result once, by place; what changes nothing is left out. */
    static List<Edit> distinct(String text, List<Edit> edits) {
        List<Edit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to));
        Map<String, Edit> byResult = new LinkedHashMap<>();
        for (Edit edit : ordered) {
            String result = edit.in(text);
            if (!result.equals(text)) {
                byResult.putIfAbsent(result, edit);
            }
        }
        return List.copyOf(byResult.values());
    }
}
