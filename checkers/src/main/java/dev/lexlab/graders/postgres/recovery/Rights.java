package dev.lexlab.graders.postgres.recovery;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Ran;
import dev.lexlab.graders.postgres.recovery.Staff.Attempt;
import dev.lexlab.graders.postgres.recovery.Staff.Visitor;
import java.util.List;

/** Knocks at the new server as everybody who had an account on the lost one. */
record Rights(Staff staff, Host host) {
    /** The way of a learner's shell to a restored server. */
    static final String MOVE =
            "rm -rf /backup/try; mkdir /backup/try; ./dump /backup/try; empty-server; ./restore /backup/try; ";

    void require() {
        requireRoles();
        staff.insiders().forEach(this::requireSame);
        requireClosedDoor();
    }

    private void requireRoles() {
        List<String> there = host.ours(
                        "psql", "-XqAt", "-c", "SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1")
                .lines()
                .toList();
        List<String> missing =
                staff.roles().stream().filter(role -> !there.contains(role)).toList();
        if (!missing.isEmpty()) {
            throw Failure.of("roles are missing on the new server")
                    .expected("the roles " + String.join(", ", staff.roles()))
                    .seen("no role " + String.join(", ", missing))
                    .diagnose("no-roles")
                    .reproduce(MOVE + "psql -c '\\du'");
        }
    }

    private void requireSame(Visitor visitor) {
        StringBuilder script = new StringBuilder("\\o /dev/null\n");
        visitor.attempts()
                .forEach(attempt -> script.append("BEGIN;\n")
                        .append(attempt.statement())
                        .append(";\n\\echo :SQLSTATE\nROLLBACK;\n"));
        Ran ran = as(visitor, script.toString());
        List<String> states = ran.out().lines().toList();
        if (states.size() != visitor.attempts().size()) {
            throw refusedAtTheDoor(visitor, ran);
        }
        for (int i = 0; i < states.size(); i++) {
            Attempt attempt = visitor.attempts().get(i);
            if (!states.get(i).equals(attempt.sqlState())) {
                throw difference(visitor, attempt, states.get(i));
            }
        }
    }

    private static Failure refusedAtTheDoor(Visitor visitor, Ran ran) {
        boolean isPassword = ran.err().contains("password authentication failed");
        Failure failure = Failure.of("role " + visitor.role() + " cannot get into the restored database")
                .expected("a login with the password of the lost server")
                .seen(ran.inWords());
        return isPassword
                ? failure.diagnose("no-passwords")
                        .reproduce(MOVE
                                + "psql -c 'SELECT rolname, rolpassword IS NOT NULL AS has_password FROM pg_authid"
                                + " WHERE rolcanlogin'")
                : failure.diagnose("rights-differ").reproduce(MOVE + "psql -c '\\l' -c '\\du'");
    }

    private static Failure difference(Visitor visitor, Attempt attempt, String state) {
        Failure failure = Failure.of("role " + visitor.role()
                        + (attempt.sqlState().equals(Attempt.ALLOWED)
                                ? " cannot do what it could on the lost server"
                                : " can do what it could not on the lost server"))
                .expected(attempt.statement() + ": " + inWords(attempt.sqlState()))
                .seen(inWords(state));
        return attempt.needsSetting()
                ? failure.diagnose("settings-lost").reproduce(MOVE + "psql -c '\\drds'")
                : failure.diagnose("rights-differ").reproduce(MOVE + "psql -d \"$DATABASE\" -c '\\dp public.*'");
    }

    private void requireClosedDoor() {
        Ran ran = as(staff.outsider(), "\\echo inside\n");
        if (ran.out().contains("inside")) {
            throw Failure.of("role " + staff.stranger()
                            + " gets into the restored database, and was kept out of the lost one")
                    .expected(
                            "permission denied for database \"" + staff.books().database() + "\"")
                    .seen("a connection")
                    .diagnose("open-door")
                    .reproduce(MOVE + "psql -c '\\l'");
        }
    }

    private Ran as(Visitor visitor, String script) {
        return host.machine()
                .run(Command.of(
                                "psql",
                                "-XqAt",
                                "-h",
                                "127.0.0.1",
                                "-U",
                                visitor.role(),
                                "-d",
                                staff.books().database(),
                                "-f",
                                "-")
                        .with("PGPASSWORD", visitor.password())
                        .reading(script));
    }

    private static String inWords(String state) {
        return state.equals(Attempt.ALLOWED) ? "allowed" : "refused with " + state;
    }
}
