package dev.lexlab.check.author;

/** Commands that show a learner the same symptom. */
public final class Psql {

    private Psql() {}

    /** {@code psql -c "…" -c "…"}, each statement a transaction of its own, quoted for a POSIX shell. */
    public static String command(String... statements) {
        StringBuilder command = new StringBuilder("psql");
        for (String statement : statements) {
            command.append(" -c ").append(quoted(statement.strip().replaceAll("\\s+", " ")));
        }
        return command.toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c == '$' || c == '`') {
                out.append('\\');
            }
            out.append(c);
        }
        return out.append('"').toString();
    }
}
