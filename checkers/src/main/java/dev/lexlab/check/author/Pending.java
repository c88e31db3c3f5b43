package dev.lexlab.check.author;

/** A statement under way in one session while another goes on. */
public interface Pending {

    /**
     * Returns as soon as the statement has ended, or the server says that it waits for a lock another session holds.
     *
     * @return whether it waits; false where it has ended
     * @throws TimedOut where neither happens within the limit
     */
    boolean waits();

    /** Waits for the end. */
    Outcome outcome();
}
