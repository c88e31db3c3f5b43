package dev.lexlab.check.engine;

/** A step of a learner's Dockerfile did not succeed; that says something about their work. */
public final class BuildFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int step;
    private final boolean inTime;

    BuildFailed(int step, String said, boolean inTime) {
        super(said);
        this.step = step;
        this.inTime = inTime;
    }

    /** Which instruction, from 1; 0 where none was begun. */
    public int step() {
        return step;
    }

    /** False where the build was ended by its limit. */
    public boolean inTime() {
        return inTime;
    }
}
