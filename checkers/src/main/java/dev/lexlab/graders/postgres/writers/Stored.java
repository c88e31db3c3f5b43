package dev.lexlab.graders.postgres.writers;

import static java.util.stream.Collectors.joining;

import dev.lexlab.check.author.Session;
import java.util.List;

/**
 * What the database holds of some accounts, one line for each account and each movement. Text, so that whatever stands there
 * can be told.
 */
record Stored(List<String> balances, List<String> movements) {

    static Stored read(Session session, Books books) {
        String ids = books.accounts().stream()
                .map(account -> Integer.toString(account.id()))
                .collect(joining(", "));
        return new Stored(
                lines(session, "SELECT id, balance AS amount FROM accounts WHERE id IN (" + ids + ") ORDER BY id"),
                lines(
                        session,
                        "SELECT account_id AS id, amount FROM movements WHERE account_id IN (" + ids
                                + ") ORDER BY account_id, amount"));
    }

    boolean holds(Books books) {
        return balances.equals(books.balanceLines()) && movements.equals(books.movementLines());
    }

    boolean hasBalancesOf(Books books) {
        return balances.equals(books.balanceLines());
    }

    boolean hasMovementsOf(Books books) {
        return movements.equals(books.movementLines());
    }

    /** {@code balances 101: 40, 102: -5; movements 101: -10}. */
    String inWords() {
        return inWords(balances, movements);
    }

    static String inWords(List<String> balances, List<String> movements) {
        return "balances " + String.join(", ", balances) + "; movements "
                + (movements.isEmpty() ? "none" : String.join(", ", movements));
    }

    private static List<String> lines(Session session, String sql) {
        return session.query(sql).stream()
                .map(row -> row.get("id") + ": " + row.get("amount"))
                .toList();
    }
}
