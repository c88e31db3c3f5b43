package dev.lexlab.check.environment;

import dev.lexlab.check.author.Invalid;
import dev.lexlab.check.author.SubmittedFile;
import dev.lexlab.lab.problem.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Runs a learner's file on one connection, statement by statement, and says where it stopped. */
final class ScriptRunner {
    private static final String NOT_UNDERSTOOD = "42601";

    private final Connection connection;
    private final Activity activity;
    private final BooleanSupplier hasEnded;

    /**
     * On this connection.
     *
     * @param hasEnded whether a session of the learner's, this one or another, has ended it
     */
    ScriptRunner(Connection connection, Activity activity, BooleanSupplier hasEnded) {
        this.connection = connection;
        this.activity = activity;
        this.hasEnded = hasEnded;
    }

    void run(SubmittedFile file) {
        String text = file.text();
        List<SqlScript.Part> parts = SqlScript.split(text);
        for (SqlScript.Part part : parts) {
            activity.awaits("the end of " + place(file, text, part.start()));
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(part.sql());
            } catch (SQLException e) {
                throw refused(file, text, part, e);
            }
        }
        activity.awaitsNothing();
        if (!parts.isEmpty() && isInTransaction()) {
            throw Invalid.at(
                            place(file, text, parts.get(parts.size() - 1).start()),
                            "a transaction is still open at the end of the file, so nothing in it was kept")
                    .next("end it with COMMIT, or leave BEGIN out");
        }
    }

    private Invalid refused(SubmittedFile file, String text, SqlScript.Part part, SQLException e) {
        if (Faults.mayBeEnded(e) && hasEnded.getAsBoolean()) {
            return Invalid.at(place(file, text, part.start()), "this statement ends the session that runs the file")
                    .seen(Faults.words(Faults.endedByAnother()))
                    .next("let the file define things; nothing in it may end sessions while it is loaded");
        }
        if (Faults.isOurs(e)) {
            throw Faults.gone(e);
        }
        String summary = NOT_UNDERSTOOD.equals(Faults.state(e))
                ? "PostgreSQL does not understand this statement"
                : "PostgreSQL refuses this statement";
        String hint = Faults.hint(e).map(words -> "\nhint: " + words).orElse("");
        return Invalid.at(place(file, text, offset(part, Faults.position(e))), summary)
                .seen(Faults.state(e) + ": " + Faults.words(e) + hint)
                .next("correct it there, then check again");
    }

    /** The server counts characters of the statement from 1; we count UTF-16 units of the file from 0. */
    private static int offset(SqlScript.Part part, int position) {
        int characters = part.sql().codePointCount(0, part.sql().length());
        int inside = Math.min(Math.max(position - 1, 0), characters);
        return part.start() + part.sql().offsetByCodePoints(0, inside);
    }

    private static Place place(SubmittedFile file, String text, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return file.at(line, text.codePointCount(lineStart, offset) + 1);
    }

    private boolean isInTransaction() {
        try {
            return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
        } catch (SQLException e) {
            throw new ServerGone("a connection to the database server is lost", e);
        }
    }
}
