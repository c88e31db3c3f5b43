package dev.lexlab.check.environment;

import dev.lexlab.check.embedded.EmbeddedFailure;
import dev.lexlab.check.engine.EngineFailure;

/** Grading cannot begin: no engine, no image, no server. */
public final class CannotGrade extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String SETUP = "./lexlab setup";

    private final String remedy;

    /**
     * Says what is wrong and what to do.
     *
     * @param remedy what mends it, as a command where there is one; or empty
     */
    public CannotGrade(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    /** The same, for whoever grades. */
    public static CannotGrade because(EngineFailure failure) {
        return new CannotGrade(failure.what(), failure.remedy());
    }

    static CannotGrade because(EmbeddedFailure failure) {
        return new CannotGrade(failure.what(), failure.remedy());
    }

    public String remedy() {
        return remedy;
    }

    /** As {@link #remedy()}, for whoever wants this one lab: setting up all of them takes its time. */
    public String remedy(String lab) {
        return remedy.equals(SETUP) ? SETUP + " " + lab : remedy;
    }
}
