package dev.lexlab.check.prove;

import java.util.List;

/**
 * What became of one case.
 *
 * @param remarks what differs, or why nobody knows; each a line
 * @param milliseconds how long it took, now or when it was proven
 */
public record Outcome(Case of, State state, List<String> remarks, long milliseconds) {
    public Outcome {
        remarks = List.copyOf(remarks);
    }

    /** From best to worst of what was looked at, then what was not. */
    public enum State {
        PROVEN,
        /** Proven before, and nothing that decides about it has changed since. */
        KNOWN,
        DIFFERS,
        COULD_NOT,
        DEFERRED
    }
}
