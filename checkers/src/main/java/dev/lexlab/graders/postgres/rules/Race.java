package dev.lexlab.graders.postgres.rules;

import dev.lexlab.check.author.Psql;
import java.util.List;

/**
 * Two clients at the same moment: the first has sent its statement and not committed when the second one sends its own.
 *
 * @param what what has happened if both get through, as a sentence without a full stop
 * @param given stored rows it is about, so that anybody can repeat it in an empty database
 * @param rule what refuses the second one if the first one's work stays
 * @param isolation of the second one
 * @param ending what the first one does in the end
 */
record Race(String what, List<Row> given, String first, String second, Rule rule, String isolation, String ending) {
    static final String COMMIT = "COMMIT";
    static final String ROLLBACK = "ROLLBACK";
    static final String READ_COMMITTED = "READ COMMITTED";
    private static final String REPEATABLE_READ = "REPEATABLE READ";

    Race {
        given = List.copyOf(given);
    }

    static Race refused(Rule rule, String what, List<Row> given, String first, String second) {
        return new Race(what, given, first, second, rule, READ_COMMITTED, COMMIT);
    }

    /** The second one keeps to what it saw when it began, so that a rule which merely looks sees even less. */
    Race repeatableRead() {
        return new Race(what, given, first, second, rule, REPEATABLE_READ, ending);
    }

    /** Then the second one was right to come. */
    Race firstGivesUp() {
        return new Race(
                "a client was refused for the sake of another that gave up",
                given,
                first,
                second,
                rule,
                isolation,
                ROLLBACK);
    }

    boolean keepsItsSnapshot() {
        return isolation.equals(REPEATABLE_READ);
    }

    boolean firstStays() {
        return ending.equals(COMMIT);
    }

    /** In one shell: the first one sleeps in its transaction while the second one comes. */
    String reproduce() {
        String[] stored = given.stream().map(Row::insert).toArray(String[]::new);
        return (stored.length == 0 ? "" : Psql.command(stored) + "; ")
                + Psql.command("BEGIN", first, "SELECT pg_sleep(3)", ending) + " & sleep 1; "
                + Psql.command("BEGIN ISOLATION LEVEL " + isolation, second, "COMMIT") + "; wait";
    }
}
