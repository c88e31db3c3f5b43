package dev.lexlab.check.author;

/** A command that was started and goes on. */
public interface Program {

    boolean isRunning();

    /** How it ended; only for one that is no longer running. */
    Ran ended();

    /** What it wrote so far, both streams together, at most 64 KB of it. */
    String said();
}
