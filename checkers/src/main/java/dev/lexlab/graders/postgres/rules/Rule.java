package dev.lexlab.graders.postgres.rules;

/** The kinds of rules a schema can hold, each with the SQLSTATE its refusals carry. */
enum Rule {
    REQUIRED("23502", "not-null violation"),
    REFERENCE("23503", "foreign-key violation"),
    UNIQUE("23505", "unique violation"),
    LIMIT("23514", "check violation"),
    APART("23P01", "exclusion violation");

    private final String sqlState;
    private final String words;

    Rule(String sqlState, String words) {
        this.sqlState = sqlState;
        this.words = words;
    }

    String sqlState() {
        return sqlState;
    }

    @Override
    public String toString() {
        return "refused with " + sqlState + " (" + words + ")";
    }
}
