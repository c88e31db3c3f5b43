package dev.lexlab.check.environment;

/** Told of the machinery. */
public interface Trace {

    /** A step is done, for whoever looks for lost time. */
    void at(String step);

    /**
     * Containers were looked at from inside for the first time on this machine since it was started.
     *
     * @param controls what is in force, in words
     */
    default void held(String controls) {}
}
