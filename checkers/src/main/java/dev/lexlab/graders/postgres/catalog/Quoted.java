package dev.lexlab.graders.postgres.catalog;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they are written in SQL. */
final class Quoted {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    /** Those among the names we draw. */
    private static final Set<String> RESERVED = Set.of("select", "order", "user", "table");

    private Quoted() {}

    /** In double quotes where it must be. */
    static String name(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name)
                ? name
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String names(List<String> names) {
        return names.stream().map(Quoted::name).collect(joining(", "));
    }
}
