package dev.lexlab.check.environment;

/** The server does not answer, or fails by itself. Says nothing about anybody's work: ERROR. */
public final class ServerGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String next;

    ServerGone(String message, Throwable cause) {
        this(message, Ailment.AGAIN, cause);
    }

    /**
     * With what mends it.
     *
     * @param next where it is more than another try
     */
    ServerGone(String message, String next, Throwable cause) {
        super(message, cause);
        this.next = next;
    }

    /** The one thing to do about it. */
    public String next() {
        return next;
    }
}
