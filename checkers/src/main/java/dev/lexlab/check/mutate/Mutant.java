package dev.lexlab.check.mutate;

import dev.lexlab.check.prove.Case;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A right solution with one small change.
 *
 * @param of the solution
 * @param file what was changed, inside the solution's folder
 * @param text of that file as it stands
 */
record Mutant(Case of, String file, String text, Edit edit) {
    private static final Pattern FLAG = Pattern.compile("([A-Za-z_-]+)[\"']?\\s*[=:]\\s*$");
    private static final Pattern BOOLEAN = Pattern.compile("(?i)true|false");

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

    /** Where a flag is turned over: its name, and to what. */
    Optional<String> flag() {
        Matcher flag = FLAG.matcher(text.substring(0, edit.from()));
        return BOOLEAN.matcher(edit.with()).matches() && flag.find()
                ? Optional.of(flag.group(1) + "=" + edit.with().toLowerCase(Locale.ROOT))
                : Optional.empty();
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
