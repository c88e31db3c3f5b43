package dev.lexlab.graders.postgres.catalog;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Psql;
import dev.lexlab.check.author.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks the learner's views. */
final class Reviewer {
    /** Far more than all that is ever there. */
    private static final int MOST_ROWS = 5000;

    /** No such view, no such column, no such schema, not allowed. */
    private static final Set<String> NOT_THERE = Set.of("42P01", "42703", "3F000", "42501");

    /** No such table, no such schema, not a name, no such type, not understood, not allowed: it was asked for by its name. */
    private static final Set<String> BY_NAME = Set.of("42P01", "3F000", "42602", "42704", "42601", "42501");

    /** Its number is another one each time. */
    private static final Pattern OF_A_SESSION = Pattern.compile("^pg_temp_\\d+$");

    private static final Set<String> STORED = Set.of("r", "m", "p");

    private final Session session;

    Reviewer(Session session) {
        this.session = session;
    }

    /** Whether there is such a view, which has the columns and answers. */
    void know(View view) {
        Outcome outcome = session.attempt(view.query());
        if (!outcome.accepted()) {
            Failure failure = Failure.of(view.title() + " cannot be asked")
                    .expected("a view " + view.from() + " with the columns " + String.join(", ", view.columns()))
                    .seen(outcome)
                    .reproduce(Psql.command(view.query()));
            throw NOT_THERE.contains(outcome.sqlState())
                    ? failure.diagnose("names-changed")
                    : failure.next("Ask the view by hand, and read what the database says.")
                            .read("system-catalog");
        }
    }

    /** In an otherwise empty database there may be rows about tables of the learner's own. */
    List<Row> list(View view) {
        return list(view, Reproduction.asking(view), "a table that was there before");
    }

    /** After these tables were made. */
    List<Row> list(View view, Case newest, boolean byAStranger) {
        return list(view, Reproduction.of(view, newest, byAStranger), newest.what());
    }

    private List<Row> list(View view, String reproduce, String what) {
        Outcome outcome = session.attempt(view.query());
        if (!outcome.accepted()) {
            Failure failure = Failure.of(view.title() + " ends with an error (" + what + ")")
                    .expected("rows, whatever tables there are")
                    .seen(outcome)
                    .reproduce(reproduce);
            throw BY_NAME.contains(outcome.sqlState())
                    ? failure.diagnose("asks-by-name")
                    : failure.next("Run the command, and make the view answer for these tables, too.")
                            .read("system-catalog");
        }
        if (outcome.rows() > MOST_ROWS) {
            throw Failure.of(view.title() + " lists far more rows than there are tables and indexes")
                    .expected("a row for each thing of its kind")
                    .seen(outcome.rows() + " rows")
                    .next("Look for a join without a condition.")
                    .read("system-catalog")
                    .reproduce(reproduce);
        }
        return session.query(view.query()).stream()
                .map(Reviewer::row)
                .sorted(Comparator.comparing(Row::toString))
                .toList();
    }

    private static Row row(Map<String, @Nullable Object> columns) {
        List<String> values = new ArrayList<>();
        columns.values()
                .forEach(value -> values.add(
                        value == null
                                ? "NULL"
                                : OF_A_SESSION.matcher(value.toString()).replaceFirst(Place.TEMPORARY)));
        return new Row(values);
    }

    /** Whether it is not a view but holds rows that were stored once. */
    boolean isStored(View view) {
        return session
                .query(
                        "SELECT relkind::text AS kind FROM pg_catalog.pg_class WHERE oid = ?::pg_catalog.regclass",
                        view.from())
                .stream()
                .anyMatch(found -> STORED.contains(String.valueOf(found.get("kind"))));
    }
}
