package dev.lexlab.check.author;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client connected to the database as the learner's role. Every {@code ?} outside quotes stands for the next value, which
 * is written into the statement as a literal, so that what was sent can be shown and pasted. Each statement is a transaction
 * of its own between {@link #begin} and {@link #commit} or {@link #rollback}. A refused statement is an answer, not an
 * exception; to a session that another one has ended, every statement is answered with 57P01. A server that is gone is
 * ERROR, whatever the check does.
 */
public interface Session {

    /** Sends a statement and waits for the answer. */
    Outcome attempt(String sql, @Nullable Object... values);

    /**
     * The rows of a query, columns in order; at most 10,000 rows.
     *
     * @throws Failure where the server refuses the query, saying what was asked and answered
     */
    List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... values);

    /** Sends a statement and does not wait: for a session that must stand in another's way. One at a time. */
    Pending start(String sql, @Nullable Object... values);

    /** Opens a transaction. */
    void begin();

    /** Ends the transaction; rules that wait until then may refuse it. */
    Outcome commit();

    void rollback();
}
