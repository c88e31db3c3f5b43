package dev.lexlab.check.scaffold;

/** Nothing was written, and why: a usage fault. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
