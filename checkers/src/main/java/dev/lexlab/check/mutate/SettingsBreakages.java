package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Lines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks a file of {@code name = value}: a setting is left out, a switch turned over, an isolation level lowered, a number
 * becomes 1. One more or less of a number is left alone, because such files hold sizes, and how often something is tried.
 */
final class SettingsBreakages {
    private static final Pattern LINE = Pattern.compile(
            "(?<name>[A-Za-z_][\\w.]*)\\s*(?:=\\s*|\\s)(?<quote>'?)(?<value>[^'#]*?)\\k<quote>\\s*(?:#.*)?");

    private static final Map<String, String> OTHERS = Map.of(
            "on",
            "off",
            "off",
            "on",
            "true",
            "false",
            "false",
            "true",
            "yes",
            "no",
            "no",
            "yes",
            "serializable",
            "repeatable read",
            "repeatable read",
            "read committed");

    private SettingsBreakages() {}

    static List<Edit> of(String text) {
        List<Edit> edits = new ArrayList<>();
        for (Line line : Lines.of(text)) {
            Matcher parts = LINE.matcher(text).region(line.from(), line.to());
            if (!line.isEmpty() && parts.matches()) {
                edits.add(Edit.drop(text, line.from(), line.to()));
                breakValue(text, parts, edits);
            }
        }
        return edits;
    }

    private static void breakValue(String text, Matcher parts, List<Edit> edits) {
        String value = parts.group("value").toLowerCase(Locale.ROOT);
        String other = value.matches("[0-9]+") ? "1" : OTHERS.get(value);
        if (other != null) {
            edits.add(Edit.replace(text, parts.start("value"), parts.end("value"), other));
        }
    }
}
