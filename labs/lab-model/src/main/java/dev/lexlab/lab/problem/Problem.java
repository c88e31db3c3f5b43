package dev.lexlab.lab.problem;

/**
 * One fault: where, what, and what to do.
 *
 * @param what a fact, in lower case, without a full stop: {@code term 'wall' is not defined}
 * @param hint the next step, likewise: {@code did you mean 'wal'?}; empty where the fact says it all
 */
public record Problem(Place place, String what, String hint) {

    @Override
    public String toString() {
        return place + ": error: " + what + (hint.isEmpty() ? "" : "; " + hint);
    }
}
