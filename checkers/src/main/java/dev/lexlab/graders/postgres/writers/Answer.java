package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Outcome;
import java.util.Arrays;
import java.util.Optional;

/** What a client may be told; every other answer is one that it does not understand. */
enum Answer {
    DONE("", "done"),
    TOO_LITTLE("LX001", "refused with LX001 (not enough money)"),
    UNKNOWN("LX002", "refused with LX002 (no such account)"),
    NONSENSE("LX003", "refused with LX003 (nothing to move)");

    private final String sqlState;
    private final String words;

    Answer(String sqlState, String words) {
        this.sqlState = sqlState;
        this.words = words;
    }

    static Optional<Answer> of(Outcome outcome) {
        return Arrays.stream(values())
                .filter(answer -> answer.sqlState.equals(outcome.sqlState()))
                .findFirst();
    }

    @Override
    public String toString() {
        return words;
    }
}
