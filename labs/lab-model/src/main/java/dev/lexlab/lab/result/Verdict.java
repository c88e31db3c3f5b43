package dev.lexlab.lab.result;

/** What can be said of one check. Only {@link #FAILED} and {@link #TIMEOUT} blame the learner's work. */
public enum Verdict {
    /** Seen to work. */
    PASSED,
    /** It ran, and does not do it. */
    FAILED,
    /** It cannot be read, built or started; says file and line. */
    INVALID,
    /** Not within its limit; names what was waited for and what was last seen. */
    TIMEOUT,
    /** Not tried, because another check did not pass. */
    BLOCKED,
    /** We or the machine failed; it counts for nobody. */
    ERROR;

    public boolean earnsPoints() {
        return this == PASSED;
    }
}
