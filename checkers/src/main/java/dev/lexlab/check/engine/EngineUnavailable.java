package dev.lexlab.check.engine;

/** No container engine can be used. The message says which one was tried and how it failed. */
public final class EngineUnavailable extends EngineFailure {
    private static final long serialVersionUID = 1L;

    private final boolean unset;
    private final boolean replaceable;

    private EngineUnavailable(String what, String remedy, boolean unset, boolean replaceable) {
        super(what, remedy);
        this.unset = unset;
        this.replaceable = replaceable;
    }

    /** Somebody named an engine, so that no other one may be used instead. */
    static EngineUnavailable chosen(String what, String remedy) {
        return new EngineUnavailable(what, remedy, false, false);
    }

    /** Nobody named an engine, and this machine runs none. */
    static EngineUnavailable none(String what, String remedy) {
        return new EngineUnavailable(what, remedy, true, true);
    }

    /** One runs here that nobody named, and it is closed to us: another one would not mend that. */
    static EngineUnavailable closed(String what, String remedy) {
        return new EngineUnavailable(what, remedy, false, true);
    }

    /** Whether we may do without: nobody said that it has to be this one. */
    public boolean canBeReplaced() {
        return replaceable;
    }

    /** Whether installing or starting one would mend it: nothing says that another one is wanted. */
    public boolean canBeSetUp() {
        return unset;
    }
}
