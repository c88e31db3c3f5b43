package dev.lexlab.check.bench;

/** Something is not here that is to be measured. */
final class CannotMeasure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Says what is wrong and what to do.
     *
     * @param remedy what mends it; or empty
     */
    CannotMeasure(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    /** Both in one line. */
    String whole() {
        return getMessage() + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
