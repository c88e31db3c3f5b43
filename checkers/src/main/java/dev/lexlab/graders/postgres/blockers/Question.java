package dev.lexlab.graders.postgres.blockers;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Psql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the learner's functions: as a check calls it, and as it is typed to see names of sessions instead of numbers. */
enum Question {
    ROOT_BLOCKERS(
            "SELECT pid, waiting FROM root_blockers()",
            "SELECT pid + waiting FROM root_blockers()",
            "SELECT coalesce(application_name, 'nobody') AS session, waiting FROM root_blockers()"
                    + " LEFT JOIN pg_stat_activity USING (pid) ORDER BY 1"),
    UNBLOCK(
            "SELECT pid FROM unblock() AS ended (pid)",
            "SELECT pid + 0 FROM unblock() AS ended (pid)",
            "SELECT pid FROM unblock() AS ended (pid)"),
    HORIZON_HOLDERS(
            "SELECT pid FROM horizon_holders() AS holder (pid)",
            "SELECT pid + 0 FROM horizon_holders() AS holder (pid)",
            "SELECT coalesce(application_name, 'nobody') AS session FROM horizon_holders() AS holder (pid)"
                    + " LEFT JOIN pg_stat_activity USING (pid) ORDER BY 1");

    private static final String WAITING = "waiting";

    private final String call;
    private final String sum;
    private final String named;

    Question(String call, String sum, String named) {
        this.call = call;
        this.sum = sum;
        this.named = named;
    }

    String named() {
        return named;
    }

    String call() {
        return call;
    }

    /** Asks, in the session that is on call. */
    List<Row> ask(Stage stage) {
        List<Map<String, @Nullable Object>> answer;
        try {
            answer = stage.onCall().query(call);
        } catch (Failure refused) {
            throw refused.next("The error says what is wrong; the guide lists names, columns and types.")
                    .reproduce(Psql.command(call));
        }
        Cast cast = stage.cast();
        List<Row> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> row : answer) {
            rows.add(new Row(
                    cast.name(number("pid", row.get("pid"))),
                    row.containsKey(WAITING) ? number(WAITING, row.get(WAITING)) : 0));
        }
        return List.copyOf(rows);
    }

    /** Where there are no rows, only the server can tell what the columns are. */
    void demandNumbers(Stage stage) {
        Outcome outcome = stage.onCall().attempt(sum);
        if (!outcome.accepted()) {
            throw Failure.of("a column holds no numbers")
                    .expected("accepted: " + sum)
                    .seen(outcome)
                    .diagnose("answers-otherwise")
                    .reproduce(Psql.command(sum));
        }
    }

    private long number(String column, @Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw Failure.of("a row says no number in column " + column)
                .expected("an integer in every row of " + call)
                .seen(
                        value == null
                                ? "null"
                                : "'" + value + "', which is " + (value instanceof String ? "text" : "no number"))
                .diagnose("answers-otherwise")
                .reproduce(Psql.command(call));
    }
}
