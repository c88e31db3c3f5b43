package dev.lexlab.check.author;

/** A container of the learner's own image, started as their {@code run.yml} says. */
public interface Container extends Machine {

    /** Whether its first process is still there. */
    boolean isRunning();

    /** How its first process ended; only for one that is no longer running. */
    Ran ended();

    /** What its first process wrote so far, at most 64 KB of it. */
    String log();

    /** Stops and removes it with all that it wrote outside of volumes; a new one may have its name then. */
    void remove();
}
