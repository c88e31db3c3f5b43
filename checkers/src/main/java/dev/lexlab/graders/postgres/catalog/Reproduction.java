package dev.lexlab.graders.postgres.catalog;

import dev.lexlab.check.author.Psql;
import java.util.ArrayList;
import java.util.List;

/** Commands that make a few of the tables again, ask a view, and leave no trace. */
final class Reproduction {
    /** A role that the owner of a database may take on, and which may not touch what the learner's own role made. */
    private static final String STRANGER = "pg_database_owner";

    private Reproduction() {}

    static String asking(View view) {
        return Psql.command(select(view));
    }

    /**
     * About the tables of a case.
     *
     * @param byAStranger whether whoever asks must not own them
     */
    static String of(View view, Case about, boolean byAStranger) {
        List<String> statements = new ArrayList<>();
        // CREATE INDEX CONCURRENTLY refuses to run in a transaction.
        boolean isUndone = about.statements().stream().noneMatch(about::breaksOff);
        if (isUndone) {
            statements.add("BEGIN");
        }
        about.schemas().forEach(schema -> statements.add("CREATE SCHEMA " + Quoted.name(schema)));
        statements.addAll(about.statements());
        if (byAStranger) {
            statements.add("GRANT SELECT ON " + view.from() + " TO " + STRANGER);
            statements.add("SET LOCAL ROLE " + STRANGER);
        }
        statements.add(select(view));
        if (isUndone) {
            statements.add("ROLLBACK");
        } else {
            about.tables()
                    .forEach(table -> statements.add(
                            "DROP TABLE IF EXISTS " + table.place().written() + " CASCADE"));
        }
        return Psql.command(statements.toArray(String[]::new));
    }

    private static String select(View view) {
        return "SELECT * FROM " + view.from();
    }
}
