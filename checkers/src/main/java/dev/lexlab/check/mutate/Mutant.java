package dev.lexlab.check.mutate;

import dev.lexlab.check.prove.Case;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A right solution with one small change.
 *
 * @param of the solution
 * @param file what was changed, inside the solution's folder
 * @param text of that file as it stands
 */
record Mutant(Case of, String file, String text, Edit edit) {

    String task() {
        return of.taskName();
    }

    /** As an author names it. */
    String source() {
        return of.fixture().name() + "/" + file;
    }

    String broken() {
        return edit.in(text);
    }

    int line() {
        return edit.line(text);
    }

    /** The whole lines that are changed, as they stand; spaces around lines and empty lines do not count. */
    String before() {
        return lines(text, edit.from(), edit.to());
    }

    /** What they become; empty where nothing of them is left. */
    String after() {
        return lines(broken(), edit.from(), edit.from() + edit.with().length());
    }

    private static String lines(String whole, int from, int to) {
        int begin = whole.lastIndexOf('\n', from - 1) + 1;
        int end = whole.indexOf('\n', Math.max(from, to));
        return normal(whole.substring(begin, end < 0 ? whole.length() : end));
    }

    static String normal(String lines) {
        List<String> kept =
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return kept.stream().collect(Collectors.joining("\n"));
    }
}
