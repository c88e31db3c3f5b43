package dev.lexlab.graders.postgres.writers;

import java.util.Set;

/** Which mistake lets an error through to the client. */
final class Escape {
    /** No such table, column or function; one of another kind. */
    private static final Set<String> OTHER_NAMES = Set.of("42P01", "42703", "42883", "42809", "42725");

    private Escape() {}

    static String diagnosis(String sqlState) {
        if (OTHER_NAMES.contains(sqlState)) {
            return "names-changed";
        }
        return switch (sqlState) {
            case "40001" -> "not-repeated";
            case "40P01" -> "deadlock";
            case "55P03" -> "gives-up";
            default -> "error-escapes";
        };
    }
}
