package dev.lexlab.check.author;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes everything on, and notes it. */
final class NotedSession implements Session {
    private static final String DATABASE = "database";

    private final String client;
    private final Session session;
    private final Evidence.Trace trace;

    NotedSession(String client, Session session, Evidence.Trace trace) {
        this.client = client;
        this.session = session;
        this.trace = trace;
    }

    @Override
    public Outcome attempt(String sql, @Nullable Object... values) {
        return answered(session.attempt(sql, values));
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... values) {
        sent(sql);
        List<Map<String, @Nullable Object>> rows = session.query(sql, values);
        trace.answer(DATABASE, client, rows(rows.size()));
        return rows;
    }

    @Override
    public Pending start(String sql, @Nullable Object... values) {
        Pending pending = session.start(sql, values);
        sent(sql);
        return new Pending() {
            @Override
            public boolean waits() {
                boolean waits = pending.waits();
                if (waits) {
                    trace.answer(DATABASE, client, "(waits for a lock that another client holds)");
                }
                return waits;
            }

            @Override
            public Outcome outcome() {
                return told(pending.outcome());
            }
        };
    }

    @Override
    public void begin() {
        session.begin();
        sent("BEGIN");
    }

    @Override
    public Outcome commit() {
        return answered(session.commit());
    }

    @Override
    public void rollback() {
        session.rollback();
        sent("ROLLBACK");
    }

    /** Noted from the answer, which has the values in their places. */
    private Outcome answered(Outcome outcome) {
        sent(outcome.statement());
        return told(outcome);
    }

    private Outcome told(Outcome outcome) {
        boolean hasRows = outcome.accepted() && outcome.rows() > 0;
        trace.answer(DATABASE, client, outcome.inWords() + (hasRows ? ", " + rows(outcome.rows()) : ""));
        return outcome;
    }

    private void sent(String sql) {
        trace.message(client, DATABASE, sql.strip().replaceAll("\\s+", " "));
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
