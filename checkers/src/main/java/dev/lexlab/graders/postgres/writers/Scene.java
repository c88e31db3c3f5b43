package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Psql;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients who meet.
 *
 * @param what in a few words
 * @param given the accounts it is about
 * @param clients what each asks for, in the order in which they come
 * @param held rows that somebody else has locked while all of them come; empty where the first client itself keeps its
 *     transaction open while the others come
 * @param firstStays whether the first client commits in the end
 * @param mistake diagnosis where more of them get through than can, and none waited for another
 */
record Scene(
        String what, Books given, List<Operation> clients, List<Integer> held, boolean firstStays, String mistake) {

    Scene {
        clients = List.copyOf(clients);
        held = List.copyOf(held);
    }

    static Scene whileFirstIsOpen(String mistake, String what, Books given, Operation... clients) {
        return new Scene(what, given, List.of(clients), List.of(), true, mistake);
    }

    static Scene behindLockedRows(String mistake, String what, Books given, List<Integer> held, Operation... clients) {
        return new Scene(what, given, List.of(clients), held, true, mistake);
    }

    /** Then nothing stands in the others' way. */
    Scene firstGivesUp() {
        return new Scene(what + ", and the first gives up", given, clients, held, false, mistake);
    }

    boolean isBehindLockedRows() {
        return !held.isEmpty();
    }

    String lockRows() {
        String ids = String.join(", ", held.stream().map(String::valueOf).toList());
        return "SELECT id FROM accounts WHERE id IN (" + ids + ") ORDER BY id FOR SHARE";
    }

    /** In one shell: whoever holds something sleeps in a transaction while the others come. */
    String reproduce(Isolation isolation) {
        String begin = "BEGIN ISOLATION LEVEL " + isolation.sql();
        List<String> commands = new ArrayList<>();
        if (isBehindLockedRows()) {
            commands.add(Psql.command("BEGIN", lockRows(), sleep(clients.size() + 1), "COMMIT"));
        }
        for (Operation client : clients) {
            boolean holds = commands.isEmpty();
            commands.add(
                    holds
                            ? Psql.command(
                                    begin, client.sql(), sleep(clients.size()), firstStays ? "COMMIT" : "ROLLBACK")
                            : Psql.command(begin, client.sql(), "COMMIT"));
        }
        return Reproduction.of(given, String.join(" & sleep 1; ", commands) + "; wait");
    }

    private static String sleep(int seconds) {
        return "SELECT pg_sleep(" + seconds + ")";
    }
}
