package dev.lexlab.graders.postgres.rules;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Psql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A statement that was answered otherwise than it deserves. */
record Miss(Probe probe, Outcome outcome) {
    /** No such table, no such column, a column of another type, a column that takes no value. */
    private static final Set<String> OTHER_TABLES = Set.of("42P01", "42703", "42804", "428C9");
    /** What making a range from a later start to an earlier end answers. */
    private static final String RANGE_UPSIDE_DOWN = "22000";

    /** To psql; without it an error comes without its code. */
    private static final String SHOW_SQLSTATE = "\\set VERBOSITY verbose";

    static final String STRICTER = "Look for the rule of yours that is stricter than the guide; the error may name it.";

    /**
     * In words.
     *
     * @param ruled whether the rule refused other statements as it should
     * @param others how many more were answered otherwise than they deserve
     */
    Failure failure(boolean ruled, int others) {
        Failure failure = Failure.of(summary() + more(others))
                .expected(probe.rule().map(Rule::toString).orElse("accepted, and one row changed"))
                .seen(seen())
                .reproduce(reproduce());
        String diagnosis = diagnosis(ruled);
        return diagnosis.isEmpty() ? failure.next(STRICTER).read("constraint") : failure.diagnose(diagnosis);
    }

    private static String more(int others) {
        return switch (others) {
            case 0 -> "";
            case 1 -> " (and one more wrong answer)";
            default -> " (and " + others + " more wrong answers)";
        };
    }

    private String summary() {
        if (outcome.accepted()) {
            return "the database took " + probe.what() + (outcome.rows() == 0 ? ", and dropped it without a word" : "");
        }
        return "the database refused " + probe.what() + (isAboutTheCode() ? ", but with another error" : "");
    }

    private String seen() {
        return outcome.inWords() + (outcome.accepted() && outcome.rows() != 1 ? ", but no row changed" : "");
    }

    private String diagnosis(boolean ruled) {
        if (OTHER_TABLES.contains(outcome.sqlState())) {
            return "names-changed";
        }
        if (probe.rule().isEmpty()) {
            return outcome.refusedWith(Rule.APART.sqlState()) ? probe.mistake() : "";
        }
        if (outcome.accepted() && outcome.rows() > 0) {
            return ruled && !probe.mistake().isEmpty() ? probe.mistake() : "no-rule";
        }
        return outcome.refusedWith(RANGE_UPSIDE_DOWN) ? "range-before-check" : "other-error";
    }

    private String reproduce() {
        return isAboutTheCode()
                ? undone(List.of(SHOW_SQLSTATE), probe.given(), probe.sql())
                : undone(List.of(), probe.given(), probe.sql());
    }

    /** Refused as it should be, only not in the way that clients understand. */
    private boolean isAboutTheCode() {
        return !outcome.accepted() && probe.rule().isPresent();
    }

    /** A command that shows the answer in an empty database with the submission applied, and leaves no trace. */
    static String undone(List<String> before, List<Row> given, String sql) {
        List<String> statements = new ArrayList<>(before);
        statements.add("BEGIN");
        given.forEach(row -> statements.add(row.insert()));
        statements.add(sql);
        statements.add("ROLLBACK");
        return Psql.command(statements.toArray(String[]::new));
    }
}
