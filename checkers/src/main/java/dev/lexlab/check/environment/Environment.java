package dev.lexlab.check.environment;

import dev.lexlab.check.author.Postgres;

/** Where the checks of one grading run, one after the other. Servers are started when they are first needed. */
public interface Environment extends AutoCloseable {

    /** An empty database for the submission to be applied to. */
    Postgres unprepared();

    /** A copy of what was prepared; what an earlier check left is gone. */
    Postgres fresh();

    /** The very database the latest check left. */
    Postgres same();

    /** Ends whatever a check hangs in, and says what that was. Called from another thread. */
    Stuck cutOff();

    /** Whether the machinery still works: asked before anybody is blamed. */
    boolean isWell();

    @Override
    void close();

    /**
     * What a check was cut off from.
     *
     * @param awaited reads on after "waited for"
     * @param lastSeen what the server said it was doing
     */
    record Stuck(String awaited, String lastSeen) {}
}
