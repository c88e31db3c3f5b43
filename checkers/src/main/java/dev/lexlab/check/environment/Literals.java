package dev.lexlab.check.environment;

import org.jspecify.annotations.Nullable;

/** Writes values into a statement, so that what is sent is what can be shown and pasted. */
final class Literals {

    private Literals() {}

    /** Puts a literal for every {@code ?} outside quotes. */
    static String fill(String sql, @Nullable Object... values) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote == 0 && c == '?') {
                if (next == values.length) {
                    throw new IllegalArgumentException("more ? than values: " + sql);
                }
                out.append(literal(values[next++]));
                continue;
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            out.append(c);
        }
        if (next < values.length) {
            throw new IllegalArgumentException("more values than ?: " + sql);
        }
        return out.toString();
    }

    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        String text = value.toString().replace("'", "''");
        return text.contains("\\") ? "E'" + text.replace("\\", "\\\\") + "'" : "'" + text + "'";
    }
}
