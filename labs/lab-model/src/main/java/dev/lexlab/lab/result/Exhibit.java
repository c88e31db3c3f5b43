package dev.lexlab.lab.result;

import dev.lexlab.lab.text.Untrusted;
import java.util.List;

/**
 * One piece of the evidence that a check keeps, whatever its verdict: what a learner would ask to see. It often holds times
 * and addresses, so it is part of a {@link Run} and of no grade.
 */
public sealed interface Exhibit {

    /** A few words: {@code plan of the lookup by e-mail}. */
    String title();

    /** A query plan, the end of a log, a generated configuration. */
    record Text(String title, Untrusted text) implements Exhibit {}

    /**
     * Who sent what to whom.
     *
     * @param messages the first of them, in their order
     * @param count how many there were in all
     */
    record Trace(String title, List<Message> messages, int count) implements Exhibit {
        /** Messages that are kept. */
        public static final int MOST = 200;

        public Trace {
            messages = List.copyOf(messages);
        }

        public boolean isCut() {
            return count > messages.size();
        }
    }

    /**
     * One message.
     *
     * @param isReply whether it answers an earlier one
     */
    record Message(Untrusted from, Untrusted to, Untrusted what, boolean isReply) {}
}
