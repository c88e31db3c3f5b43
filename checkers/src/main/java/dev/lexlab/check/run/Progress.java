package dev.lexlab.check.run;

/** Told of the work as it goes on, for whoever watches. */
public interface Progress {

    /**
     * A check begins.
     *
     * @param number from 1
     */
    void check(int number, int of);
}
