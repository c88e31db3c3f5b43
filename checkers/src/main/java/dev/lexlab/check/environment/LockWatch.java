package dev.lexlab.check.environment;

/** Asks the server who is in whose way. */
interface LockWatch {

    /** Whether this backend waits for a lock that another session of the same check holds or waits for. */
    boolean isBlocked(int processId);
}
