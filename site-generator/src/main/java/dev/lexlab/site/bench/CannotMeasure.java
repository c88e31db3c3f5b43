package dev.lexlab.site.bench;

/** Something does not work here that is to be measured. */
final class CannotMeasure extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param what in one line, with what to do where somebody can do something */
    CannotMeasure(String what) {
        super(what);
    }
}
