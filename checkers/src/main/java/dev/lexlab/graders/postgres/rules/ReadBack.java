package dev.lexlab.graders.postgres.rules;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every stored row is there as it was sent, each moment the same moment. */
final class ReadBack {

    private ReadBack() {}

    static void compare(Session session, List<Row> rows) {
        for (Row row : rows) {
            Outcome found = session.attempt(row.find(column -> true));
            if (found.rows() != 1) {
                throw failure(session, rows, row, found);
            }
        }
    }

    private static Failure failure(Session session, List<Row> rows, Row row, Outcome found) {
        Failure failure = Failure.of("a row of " + row.table() + " does not come back as it was sent")
                .expected("what was sent: " + row.insert());
        if (!found.accepted()) {
            return failure.seen(found).diagnose("names-changed").reproduce(reproduce(rows, row));
        }
        boolean onlyTimesDiffer =
                session.attempt(row.find(column -> !Row.isTime(column))).rows() == 1;
        return failure.seen(stored(session, row))
                .diagnose(onlyTimesDiffer ? "zone-dropped" : "names-changed")
                .reproduce(reproduce(rows, row));
    }

    private static String stored(Session session, Row row) {
        List<Map<String, @Nullable Object>> stored =
                session.query("SELECT found::text AS text FROM " + row.table() + " found WHERE id = " + row.id());
        return stored.isEmpty()
                ? "no row with this id"
                : "stored: " + stored.get(0).get("text");
    }

    private static String reproduce(List<Row> rows, Row row) {
        List<Row> given = new ArrayList<>(row.targetsAmong(rows));
        given.add(row);
        return Miss.undone(List.of(), given, "SELECT * FROM " + row.table());
    }
}
