package dev.lexlab.check.run;

import dev.lexlab.lab.result.CheckResult;

/** Told of the work as it goes on, for whoever watches. */
public interface Progress {

    /** Servers are being started. */
    default void servers() {}

    /**
     * A check begins.
     *
     * @param number from 1
     */
    void check(int number, int of);

    /** A check ran, and this is what became of it. */
    default void checked(CheckResult result) {}

    /** A check could not be graded: what was thrown, for whoever looks for a fault in a grader or in us. */
    default void error(Throwable thrown) {}
}
