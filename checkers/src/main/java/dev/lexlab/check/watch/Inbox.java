package dev.lexlab.check.watch;

import org.jspecify.annotations.Nullable;

/** All that happens, in order, and the time. */
interface Inbox {

    void put(Event event);

    /** The next event; null where none came in this time. */
    @Nullable
    Event next(long milliseconds) throws InterruptedException;

    /** Milliseconds since some moment. */
    long now();
}
