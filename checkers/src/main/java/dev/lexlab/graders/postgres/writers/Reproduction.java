package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Psql;
import java.util.ArrayList;
import java.util.List;

/** Commands that show the same in a shell, however often they are pasted. */
final class Reproduction {
    /** To psql; without it an error comes without its code. */
    static final String SHOW_SQLSTATE = "\\set VERBOSITY verbose";

    /** Before psql; it makes of a long wait an error that one can see. */
    static final String IMPATIENT = "PGOPTIONS='-c lock_timeout=500ms' ";

    private static final String EMPTY = "TRUNCATE households, accounts, movements CASCADE";
    private static final String BALANCES = "SELECT id, household_id, balance FROM accounts ORDER BY id";
    private static final String MOVEMENTS = "SELECT account_id, amount FROM movements ORDER BY account_id, amount";

    private Reproduction() {}

    static String of(Books given, String commands) {
        List<String> before = new ArrayList<>();
        before.add(EMPTY);
        before.addAll(List.of(given.inserts()));
        return Psql.command(before.toArray(String[]::new)) + "; " + commands + "; " + Psql.command(BALANCES, MOVEMENTS);
    }
}
