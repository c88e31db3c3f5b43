package dev.lexlab.check.environment;

import dev.lexlab.check.author.Outcome;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells a server's answer from a server's end; https://www.postgresql.org/docs/17/errcodes-appendix.html */
final class Faults {

    private static final String TOO_LARGE = "54000"; // program_limit_exceeded

    private static final String ENDED = "57P01"; // admin_shutdown: of the server, or of one session by another
    private static final String IDLE_TOO_LONG = "57P05"; // idle_session_timeout, which a role may set for itself

    private static final String DISK_FULL = "53100";
    private static final String OUT_OF_MEMORY = "53200";

    /** Classes of errors that no other client has a part in: data, rules, names, what a program asserts of its rows. */
    private static final Pattern OF_ONE_ALONE = Pattern.compile("2[23]|42|P0");

    private static final Pattern IN_FUNCTION = Pattern.compile("^(PL/pgSQL|SQL) function ");

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

    /** What a client is told whose session another one has ended, in whichever way it learned of it. */
    static SQLException endedByAnother() {
        return new SQLException("terminating connection due to administrator command", ENDED);
    }

    /** Looks alike, whether one session has ended or the whole server; who knows, is the server. */
    static boolean mayBeEnded(SQLException e) {
        String state = state(e);
        return state.startsWith("08") || state.equals(ENDED) || state.equals(IDLE_TOO_LONG);
    }

    static String state(SQLException e) {
        return isTooLarge(e) ? TOO_LARGE : Objects.requireNonNullElse(e.getSQLState(), "");
    }

    /** The driver counts for us, and reports it as if the line were broken; the parameter's name is in every language. */
    static boolean isTooLarge(SQLException e) {
        return String.valueOf(e.getMessage()).contains("maxResultBuffer");
    }

    static ServerGone gone(SQLException e) {
        return gone("the database server went away or failed", e);
    }

    /** What the learner's work may have a part in is told beside what mends it this time. */
    static ServerGone gone(String what, SQLException e) {
        String next = switch (state(e)) {
            case DISK_FULL ->
                Ailment.AGAIN + " with an empty disk; where it is full again, something in your work"
                        + " writes without end";
            case OUT_OF_MEMORY ->
                Ailment.AGAIN + "; where that ends alike, something in your work needs more" + " memory than there is";
            default -> Ailment.AGAIN;
        };
        return new ServerGone(what + ": " + words(e), next, e);
    }

    static Outcome refused(String statement, SQLException e) {
        if (isOurs(e)) {
            throw gone(e);
        }
        return ended(statement, e);
    }

    /** An answer like others, though it was the last one of its session. */
    static Outcome ended(String statement, SQLException e) {
        Optional<ServerErrorMessage> server = message(e);
        Optional<String> constraint = server.flatMap(message -> Optional.ofNullable(message.getConstraint()));
        return new Outcome(statement, 0, Optional.of(new Outcome.Refusal(state(e), words(e), constraint)));
    }

    /**
     * What the server said, with its detail for a broken rule: other details hold process numbers, which vary. An error in a
     * function is told with the function's line, unless it raised it itself or another client had a part in it.
     */
    static String words(SQLException e) {
        if (isTooLarge(e)) {
            return "the answer is larger than 64 MB";
        }
        Optional<ServerErrorMessage> server = message(e);
        String main = server.map(ServerErrorMessage::getMessage).orElse(String.valueOf(e.getMessage()));
        boolean brokenRule = state(e).startsWith("23");
        String detail = server.map(ServerErrorMessage::getDetail).orElse("");
        String said = brokenRule && !detail.isEmpty() ? main + " (" + detail + ")" : main;
        String where = server.filter(any -> OF_ONE_ALONE.matcher(state(e)).lookingAt())
                .map(ServerErrorMessage::getWhere)
                .flatMap(Faults::innermostFunction)
                .orElse("");
        return where.isEmpty() ? said : said + ", in " + where;
    }

    private static Optional<String> innermostFunction(String where) {
        return where.lines()
                .filter(line -> IN_FUNCTION.matcher(line).find())
                .findFirst()
                .filter(line -> !line.endsWith(" at RAISE"));
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
