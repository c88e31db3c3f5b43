package dev.lexlab.check.environment;

/** Asks the server who is in whose way, and who is still there. */
interface LockWatch {

    /** Whether this backend waits for a lock that another session of the same check holds or waits for. */
    boolean isBlocked(int processId);

    /** Whether this backend was ended by another session while the server itself goes on. */
    boolean hasEnded(int processId);
}
