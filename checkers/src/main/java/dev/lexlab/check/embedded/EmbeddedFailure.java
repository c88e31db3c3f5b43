package dev.lexlab.check.embedded;

/** There is no such server on this machine, or it did not start; it says nothing about anybody's work (exit 3). */
public final class EmbeddedFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    EmbeddedFailure(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    /** What happened, in words for whoever waits for a grade. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** The one thing to do about it, a command where there is one. */
    public String remedy() {
        return remedy;
    }
}
