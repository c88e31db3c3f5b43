package dev.lexlab.check.bench;

/** A stopwatch that runs from its making. */
final class Clock {
    private static final double NANOS = 1_000_000.0;

    private final long began = System.nanoTime();

    double milliseconds() {
        return millisecondsAt(System.nanoTime());
    }

    /**
     * Until a moment that somebody else took.
     *
     * @param moment of {@link System#nanoTime}
     */
    double millisecondsAt(long moment) {
        return (moment - began) / NANOS;
    }
}
