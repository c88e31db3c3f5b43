package dev.lexlab.graders.postgres.recovery;

import static dev.lexlab.graders.postgres.recovery.Names.quoted;
import static dev.lexlab.graders.postgres.recovery.Names.text;

import dev.lexlab.check.author.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Who may do what in the hotel's database.
 *
 * @param team a role that nobody logs in as; has most rights
 * @param clerk a member of it, who finds the notes without naming their schema
 * @param auditor sees some columns, and calls a function
 * @param stranger may log in to the server, and not into this database
 * @param passwords of the last three
 * @param teamMay what the team may do with stays, besides reading them
 */
record Staff(
        Books books,
        String team,
        String clerk,
        String auditor,
        String stranger,
        List<String> passwords,
        List<String> teamMay) {
    private static final List<String> CHANGES = List.of("INSERT", "UPDATE", "DELETE");

    /** SQLSTATE of what a role may not do. */
    private static final String FORBIDDEN = "42501";

    Staff {
        passwords = List.copyOf(passwords);
        teamMay = List.copyOf(teamMay);
    }

    /** The same in every check of a run. */
    static Staff drawn(Draw draw) {
        Draw staff = draw.as("staff");
        List<String> names = staff.names(3);
        List<String> passwords = staff.words(3).stream()
                .map(word -> word + "-" + staff.number(1000, 9999))
                .toList();
        return new Staff(
                Books.drawn(draw),
                staff.word() + " team",
                names.get(0).toLowerCase(Locale.ROOT),
                names.get(1),
                names.get(2).toLowerCase(Locale.ROOT),
                passwords,
                staff.shuffle(CHANGES).subList(0, 2));
    }

    /** For the administrator in the database itself. */
    String creation() {
        return """
                CREATE ROLE TEAM NOLOGIN;
                CREATE ROLE CLERK LOGIN PASSWORD CLERK_PASSWORD;
                CREATE ROLE AUDITOR LOGIN PASSWORD AUDITOR_PASSWORD CONNECTION LIMIT 5;
                CREATE ROLE STRANGER LOGIN PASSWORD STRANGER_PASSWORD;
                GRANT TEAM TO CLERK;
                ALTER ROLE CLERK SET search_path = SCHEMA_NAME, public;
                REVOKE CONNECT, TEMPORARY ON DATABASE DATABASE_NAME FROM PUBLIC;
                GRANT CONNECT ON DATABASE DATABASE_NAME TO TEAM, AUDITOR;
                GRANT SELECT, TEAM_MAY ON STAYS TO TEAM;
                GRANT USAGE ON SCHEMA SCHEMA_NAME TO TEAM;
                ALTER TABLE NOTES OWNER TO TEAM;
                GRANT USAGE ON SEQUENCE NUMBERS TO TEAM;
                GRANT SELECT (id, nights) ON STAYS TO AUDITOR;
                REVOKE EXECUTE ON FUNCTION public.nights_of FROM PUBLIC;
                GRANT EXECUTE ON FUNCTION public.nights_of TO AUDITOR;
                """.replace("CLERK_PASSWORD", text(passwords.get(0)))
                .replace("AUDITOR_PASSWORD", text(passwords.get(1)))
                .replace("STRANGER_PASSWORD", text(passwords.get(2)))
                .replace("TEAM_MAY", String.join(", ", teamMay))
                .replace("DATABASE_NAME", quoted(books.database()))
                .replace("SCHEMA_NAME", quoted(books.schema()))
                .replace("CLERK", quoted(clerk))
                .replace("AUDITOR", quoted(auditor))
                .replace("STRANGER", quoted(stranger))
                .replace("TEAM", quoted(team))
                .replace("STAYS", books.staysTable())
                .replace("NOTES", books.notesTable())
                .replace("NUMBERS", books.numbersSequence());
    }

    /** Those who log in and get into the database, each with what they try there. */
    List<Visitor> insiders() {
        List<Attempt> ofClerk = new ArrayList<>(List.of(
                may("SELECT count(*) FROM " + books.staysTable()),
                may("SELECT count(*) FROM " + books.notesTable()),
                new Attempt("SELECT count(*) FROM " + quoted(books.notes()), Attempt.ALLOWED, true),
                may("INSERT INTO " + books.notesTable() + " (says) VALUES ('from the desk')"),
                may("SELECT nextval(" + text(books.numbersSequence()) + ")"),
                mayNot("SELECT public.nights_of(1)"),
                mayNot("CREATE TABLE public.of_the_desk ()")));
        for (String change : CHANGES) {
            ofClerk.add(teamMay.contains(change) ? may(statement(change)) : mayNot(statement(change)));
        }
        return List.of(
                new Visitor(clerk, passwords.get(0), ofClerk),
                new Visitor(
                        auditor,
                        passwords.get(1),
                        List.of(
                                may("SELECT sum(nights) FROM " + books.staysTable()),
                                mayNot("SELECT guest FROM " + books.staysTable()),
                                may("SELECT public.nights_of(1)"),
                                mayNot("SELECT count(*) FROM " + books.notesTable()),
                                mayNot("DELETE FROM " + books.staysTable()))));
    }

    /** Somebody who must stay outside. */
    Visitor outsider() {
        return new Visitor(stranger, passwords.get(2), List.of());
    }

    List<String> roles() {
        return List.of(team, clerk, auditor, stranger);
    }

    private String statement(String change) {
        String table = books.staysTable();
        return switch (change) {
            case "INSERT" -> "INSERT INTO " + table + " (guest, nights, arrives) VALUES ('x', 1, '2031-01-01')";
            case "UPDATE" -> "UPDATE " + table + " SET paid = 0 WHERE id = 1";
            default -> "DELETE FROM " + table + " WHERE id = 1";
        };
    }

    private static Attempt may(String statement) {
        return new Attempt(statement, Attempt.ALLOWED, false);
    }

    private static Attempt mayNot(String statement) {
        return new Attempt(statement, FORBIDDEN, false);
    }

    /**
     * Somebody at the door.
     *
     * @param role logs in with this password
     */
    record Visitor(String role, String password, List<Attempt> attempts) {
        Visitor {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * A statement, undone after it was tried.
     *
     * @param sqlState that it ends with on the lost server
     * @param needsSetting whether it works only with what is set for the role
     */
    record Attempt(String statement, String sqlState, boolean needsSetting) {
        static final String ALLOWED = "00000";
    }
}
