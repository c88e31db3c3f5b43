package dev.lexlab.graders.postgres.explain;

import dev.lexlab.check.author.Psql;

/**
 * One of the queries with its values in their places.
 *
 * @param who whose question it is, in a few words
 * @param sql what the check sends
 * @param lookUp a query that finds in any such shop what to ask for; empty where nothing must be found
 * @param asked the query again, with {@code $asked} for what that found
 */
record Question(String who, String sql, String lookUp, String asked) {
    private static final String EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF) ";

    /** Marks the one dollar sign that the shell is to see. */
    private static final String ASKED = "@asked@";

    /** For a shell, in which the shop is another one: there are no such customers. */
    String reproduce() {
        String explained =
                Psql.command(EXPLAIN + asked.replace("$asked", ASKED)).replace(ASKED, "$asked");
        return lookUp.isEmpty() ? explained : "asked=$(" + look() + "); " + explained;
    }

    private String look() {
        return Psql.command(lookUp).replaceFirst("psql -c", "psql -qAt -c");
    }
}
