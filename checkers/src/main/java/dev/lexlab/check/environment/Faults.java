package dev.lexlab.check.environment;

import dev.lexlab.check.author.Outcome;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells a server's answer from a server's end; https://www.postgresql.org/docs/17/errcodes-appendix.html */
final class Faults {

    private static final String TOO_LARGE = "54000"; // program_limit_exceeded

    private Faults() {}

    /** Connection lost, shut down, out of memory, disk or descriptors, or broken: the learner's work was not judged. */
    static boolean isOurs(SQLException e) {
        String state = state(e);
        return state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.startsWith("58");
    }

    static String state(SQLException e) {
        return isTooLarge(e) ? TOO_LARGE : Objects.requireNonNullElse(e.getSQLState(), "");
    }

    /** The driver counts for us, and reports it as if the line were broken; the parameter's name is in every language. */
    static boolean isTooLarge(SQLException e) {
        return String.valueOf(e.getMessage()).contains("maxResultBuffer");
    }

    static Outcome refused(String statement, SQLException e) {
        if (isOurs(e)) {
            throw new ServerGone("the database server went away or failed: " + words(e), e);
        }
        Optional<ServerErrorMessage> server = message(e);
        Optional<String> constraint = server.flatMap(message -> Optional.ofNullable(message.getConstraint()));
        return new Outcome(statement, 0, Optional.of(new Outcome.Refusal(state(e), words(e), constraint)));
    }

    /** What the server said, with its detail for a broken rule: other details hold process numbers, which vary. */
    static String words(SQLException e) {
        if (isTooLarge(e)) {
            return "the answer is larger than 64 MB";
        }
        Optional<ServerErrorMessage> server = message(e);
        String main = server.map(ServerErrorMessage::getMessage).orElse(String.valueOf(e.getMessage()));
        boolean brokenRule = state(e).startsWith("23");
        String detail = server.map(ServerErrorMessage::getDetail).orElse("");
        return brokenRule && !detail.isEmpty() ? main + " (" + detail + ")" : main;
    }

    static Optional<String> hint(SQLException e) {
        return message(e).map(ServerErrorMessage::getHint);
    }

    /** Characters from the statement's begin, from 1; 0 where the server names no position. */
    static int position(SQLException e) {
        return message(e).map(ServerErrorMessage::getPosition).orElse(0);
    }

    private static Optional<ServerErrorMessage> message(SQLException e) {
        return e instanceof PSQLException server
                ? Optional.ofNullable(server.getServerErrorMessage())
                : Optional.empty();
    }
}
