package dev.lexlab.check.author;

/**
 * Any server that has a {@code service.yml}: a machine that something listens on. In a check it is as its image holds it and
 * {@link Prepare} left it, or as the check that it {@code continues} left it. A shared one is brought back between checks by
 * the {@code reset} of its {@code service.yml}, so files that are written on it stay where that does not take them away; one
 * of a task's own is a new server each time.
 *
 * <p>Commands run in the server's container, with the secrets of its accounts. {@link #host} and {@link #port} are for
 * clients in the grader; programs on the task's other machines find it under its name, and read from their variables where it
 * is: {@code CACHE_HOST} and {@code CACHE_PORT} for a server that {@code lab.yml} calls {@code cache}, and
 * {@code CACHE_USER} and {@code CACHE_PASSWORD} where it has an account for learners.
 */
public interface Service extends Machine {

    /** Where clients on this machine reach it. */
    String host();

    /**
     * The port under which clients on this machine reach it.
     *
     * @param name as in {@code service.yml}
     */
    int port(String name);

    /** Brings it back to what its image holds. */
    void reset();
}
