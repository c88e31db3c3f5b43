package dev.lexlab.check.author;

import java.util.Optional;

/**
 * What the server answered to one statement.
 *
 * @param statement as it was sent
 * @param rows how many it returned or changed; 0 where it was refused
 * @param refusal why it was refused; empty where it was accepted
 */
public record Outcome(String statement, long rows, Optional<Refusal> refusal) {

    public boolean accepted() {
        return refusal.isEmpty();
    }

    public boolean refusedWith(String sqlState) {
        return refusal.isPresent() && refusal.get().sqlState().equals(sqlState);
    }

    /** The SQLSTATE of the refusal, or empty text. */
    public String sqlState() {
        return refusal.map(Refusal::sqlState).orElse("");
    }

    /** {@code accepted}, or {@code refused with 23505: …}. */
    public String inWords() {
        return refusal.map(why -> "refused with " + why.sqlState() + ": " + why.message())
                .orElse("accepted");
    }

    /**
     * A refusal.
     *
     * @param sqlState five characters; https://www.postgresql.org/docs/17/errcodes-appendix.html
     * @param message the server's words, which may hold the learner's
     * @param constraint the rule that refused it, where the server names one
     */
    public record Refusal(String sqlState, String message, Optional<String> constraint) {}
}
