package dev.lexlab.graders.postgres.recovery;

/** Names and texts as they are written in SQL. */
final class Names {

    private Names() {}

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
