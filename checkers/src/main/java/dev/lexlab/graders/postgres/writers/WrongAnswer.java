package dev.lexlab.graders.postgres.writers;

import dev.lexlab.check.author.Outcome;

/** Which mistake makes a function answer otherwise than the books deserve. */
final class WrongAnswer {

    private WrongAnswer() {}

    /**
     * The id of a diagnosis, or empty where it may have many causes.
     *
     * @param moved whether the books changed
     */
    static String diagnosis(Answer due, Outcome told, boolean moved) {
        String escape = Escape.diagnosis(told.sqlState());
        if (escape.equals("names-changed")) {
            return escape;
        }
        if (due == Answer.DONE) {
            return Answer.of(told).isEmpty() ? escape : "";
        }
        if (told.accepted()) {
            return moved ? "no-refusal" : "swallowed";
        }
        return "wrong-code";
    }
}
