package dev.lexlab.check.prove;

/** Told of the work as it goes on. */
public interface Watching {

    /** A case begins. */
    void begins(Case one, int number, int of);

    /** Called by one thread at a time. */
    void ended(Outcome outcome);

    /** Something broke: what was thrown, for whoever looks for a fault in us. */
    void error(Throwable thrown);
}
