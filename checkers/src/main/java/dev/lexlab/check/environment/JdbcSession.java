package dev.lexlab.check.environment;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.check.author.Pending;
import dev.lexlab.check.author.Session;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** One connection as the learner's role, with a thread of its own for statements nobody waits for. */
final class JdbcSession implements Session, AutoCloseable {
    private static final int MOST_ROWS = 10_000;

    private final String name;
    private final Connection connection;
    private final Activity activity;
    private final LockWatch locks;
    private final ExecutorService background;
    private final int processId;
    /**
     * What ended this session, by the size of an answer or because a session of the learner's ended this one. It was their
     * doing: whatever follows is refused, too.
     */
    private volatile @Nullable SQLException ending;

    private volatile boolean isClosed;

    JdbcSession(String name, Connection connection, Activity activity, LockWatch locks) {
        this.name = name;
        this.connection = connection;
        this.activity = activity;
        this.locks = locks;
        this.processId = processId(connection);
        this.background = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "session " + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public Outcome attempt(String sql, @Nullable Object... values) {
        String statement = Literals.fill(sql, values);
        activity.awaits("an answer to " + statement);
        try {
            return send(statement);
        } finally {
            activity.awaitsNothing();
        }
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... values) {
        String statement = Literals.fill(sql, values);
        activity.awaits("the rows of " + statement);
        try (Statement query = statement()) {
            return rows(query.executeQuery(statement));
        } catch (SQLException e) {
            Outcome refused = refused(statement, e);
            throw Failure.of("the database refuses a query")
                    .expected("rows of " + statement)
                    .seen(refused)
                    .next("make this query work for your own role");
        } finally {
            activity.awaitsNothing();
        }
    }

    @Override
    public Pending start(String sql, @Nullable Object... values) {
        String statement = Literals.fill(sql, values);
        Future<Outcome> answer = background.submit(() -> send(statement));
        return new BackgroundStatement(statement, name, processId(), answer, activity, locks);
    }

    @Override
    public void begin() {
        must(() -> connection.setAutoCommit(false));
    }

    @Override
    public Outcome commit() {
        activity.awaits("an answer to COMMIT");
        try {
            connection.commit();
            return new Outcome("COMMIT", 0, Optional.empty());
        } catch (SQLException e) {
            return refused("COMMIT", e);
        } finally {
            activity.awaitsNothing();
            must(() -> connection.setAutoCommit(true));
        }
    }

    @Override
    public void rollback() {
        must(() -> {
            connection.rollback();
            connection.setAutoCommit(true);
        });
    }

    /** Known from the begin: the driver tells it no more once the connection is gone. */
    int processId() {
        return processId;
    }

    Connection connection() {
        return connection;
    }

    /** Ends the connection whatever it is doing; the server follows in its own time. */
    @Override
    public void close() {
        isClosed = true;
        background.shutdownNow();
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // it was gone already
        }
    }

    private Outcome send(String text) {
        try (Statement statement = statement()) {
            boolean hasRows = statement.execute(text);
            long rows = hasRows ? count(statement.getResultSet()) : Math.max(0, statement.getUpdateCount());
            return new Outcome(text, rows, Optional.empty());
        } catch (SQLException e) {
            return refused(text, e);
        }
    }

    private Outcome refused(String statement, SQLException e) {
        SQLException cause = ending(e);
        return cause == null ? Faults.refused(statement, e) : Faults.ended(statement, cause);
    }

    /** What ended this session, now or before; null where it goes on, or where nobody of the learner's had a part in its end. */
    private @Nullable SQLException ending(SQLException e) {
        if (ending == null && !isClosed) {
            if (Faults.isTooLarge(e)) {
                ending = e;
            } else if (Faults.mayBeEnded(e) && locks.hasEnded(processId())) {
                ending = Faults.endedByAnother();
            }
        }
        return isClosed ? null : ending;
    }

    private Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }

    private static int processId(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException e) {
            throw new ServerGone("a connection to the database server is lost", e);
        }
    }

    private static long count(ResultSet rows) throws SQLException {
        long count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }

    private static List<Map<String, @Nullable Object>> rows(ResultSet answer) throws SQLException {
        ResultSetMetaData columns = answer.getMetaData();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (rows.size() < MOST_ROWS && answer.next()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                row.put(columns.getColumnLabel(column), answer.getObject(column));
            }
            rows.add(Collections.unmodifiableMap(row));
        }
        return List.copyOf(rows);
    }

    private void must(Action action) {
        try {
            action.run();
        } catch (SQLException e) {
            if (ending(e) != null) {
                return;
            }
            throw Faults.gone(e);
        }
    }

    private interface Action {
        void run() throws SQLException;
    }
}
