package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Lines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks lines of sshd's or ssh's configuration. How often a side asks whether the other one is still there is left alone: no
 * check measures time. What is left out is as its default says, and so is what says that very word; that is tried once.
 */
final class SshConfigBreakages {
    private static final Pattern LINE =
            Pattern.compile("(?<keyword>[A-Za-z]+)(?:\\s*=\\s*|\\s+)\"?(?<value>[^\"]*)\"?");

    private SshConfigBreakages() {}

    static List<Edit> of(String text) {
        List<Edit> edits = new ArrayList<>();
        for (Line line : Lines.of(text)) {
            Matcher parts = LINE.matcher(text).region(line.from(), line.to());
            if (!line.isEmpty() && parts.matches()) {
                breakLine(text, line, parts, edits);
            }
        }
        return edits;
    }

    private static void breakLine(String text, Line line, Matcher parts, List<Edit> edits) {
        String keyword = parts.group("keyword").toLowerCase(Locale.ROOT);
        if (keyword.contains("alive")) {
            return;
        }
        int from = parts.start("value");
        int to = parts.end("value");
        String value = parts.group("value").toLowerCase(Locale.ROOT);
        switch (value) {
            case "yes" -> edits.add(Edit.replace(text, from, to, "no"));
            case "no" -> edits.add(Edit.replace(text, from, to, "yes"));
            case "clientspecified" -> edits.add(Edit.replace(text, from, to, "yes"));
            case "remote" -> edits.add(Edit.replace(text, from, to, "local"));
            case "local" -> edits.add(Edit.replace(text, from, to, "remote"));
            default -> {
                if (keyword.endsWith("forward")) {
                    edits.addAll(Values.of(text, from, to));
                }
            }
        }
        boolean isSwitch = value.equals("yes") || value.equals("no");
        boolean isHead = keyword.equals("host") || keyword.equals("match"); // without it, what follows is for everybody
        if (!isSwitch && !isHead) {
            edits.add(Edit.drop(text, line.from(), line.to()));
        }
    }
}
