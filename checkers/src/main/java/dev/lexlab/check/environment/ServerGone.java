package dev.lexlab.check.environment;

/** The server does not answer, or fails by itself. Says nothing about anybody's work: ERROR. */
public final class ServerGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerGone(String message, Throwable cause) {
        super(message, cause);
    }
}
