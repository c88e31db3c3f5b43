package dev.lexlab.check.mutate;

/** Told of the work as it goes on. */
public interface Breaking {

    /** A mutant is tried. */
    void begins(String task, int number, int of);

    /** Whether nobody waits for it any more: then nothing else is begun. */
    boolean isEnding();

    /** Something broke: what was thrown, for whoever looks for a fault in us. */
    void error(Throwable thrown);
}
