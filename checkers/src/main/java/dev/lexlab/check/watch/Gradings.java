package dev.lexlab.check.watch;

/** Does one grading at a time, in the background; each ends with an {@link Event.Finished}. */
interface Gradings extends AutoCloseable {

    /** Only when none is going on. */
    void start(Request request);

    /** Ends the one that is going on early: its outcome interests nobody any more. */
    void cutOff();

    @Override
    void close();
}
