package dev.lexlab.lab.result;

import dev.lexlab.lab.problem.Problem;

/** A file is no result that this version reads. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Unreadable(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** Where, what, and what to do. */
    public Problem problem() {
        return problem;
    }
}
