package dev.lexlab.check.bench;

/**
 * What a median is to stay below.
 *
 * @param milliseconds the most that is allowed
 * @param isBeyondReference whether they come on top of what it is held against
 */
record Goal(int milliseconds, boolean isBeyondReference) {

    static Goal within(int milliseconds) {
        return new Goal(milliseconds, false);
    }

    static Goal beyondReference(int milliseconds) {
        return new Goal(milliseconds, true);
    }

    boolean isMet(Sample measured, Sample reference) {
        double most = milliseconds + (isBeyondReference ? reference.median() : 0);
        return measured.median() <= most;
    }

    @Override
    public String toString() {
        return (isBeyondReference ? "≤ ref. + " : "≤ ") + milliseconds + " ms";
    }
}
