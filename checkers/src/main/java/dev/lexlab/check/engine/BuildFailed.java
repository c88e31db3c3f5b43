package dev.lexlab.check.engine;

import java.util.Optional;

/** A step of a learner's Dockerfile did not succeed; that says something about their work. */
public final class BuildFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int step;
    private final String limit;

    private BuildFailed(int step, String said, String limit) {
        super(said);
        this.step = step;
        this.limit = limit;
    }

    /** A step that failed by itself. */
    static BuildFailed because(int step, String said) {
        return new BuildFailed(step, said, "");
    }

    /**
     * A step that was stopped.
     *
     * @param limit what it took too much of, as people are told
     */
    static BuildFailed stopped(int step, String limit) {
        return new BuildFailed(step, "it was stopped: " + limit, limit);
    }

    /** Which instruction, from 1; 0 where none was begun. */
    public int step() {
        return step;
    }

    /** What it took too much of: {@code more than 256 MB written}. */
    public Optional<String> limit() {
        return limit.isEmpty() ? Optional.empty() : Optional.of(limit);
    }
}
