package dev.lexlab.check.engine;

/** The machine or we could not; it says nothing about anybody's work (exit 3). */
public sealed class EngineFailure extends Exception permits EngineUnavailable, ServerFailed {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;

    EngineFailure(String what, String remedy) {
        super(what);
        this.what = what;
        this.remedy = remedy;
    }

    /** What happened, in words for whoever waits for a grade. */
    public String what() {
        return what;
    }

    /** The one thing to do about it, a command where there is one. */
    public String remedy() {
        return remedy;
    }
}
