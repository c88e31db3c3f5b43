package dev.lexlab.check.environment;

import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.RunningServer;
import java.time.Duration;

/**
 * What is wrong with a server, a machine of ours, or the engine.
 *
 * @param what in words
 * @param next the one thing to do about it
 */
public record Ailment(String what, String next) {
    /** Every grading has servers of its own, and {@code watch} takes leave of dead ones. */
    static final String AGAIN = "check again: it gets a new server";

    private static final Duration OF_DYING = Duration.ofSeconds(1);

    static Ailment of(EngineFailure failure) {
        return new Ailment(failure.what(), failure.remedy());
    }

    /** Of one that did not answer. */
    static Ailment of(RunningServer server) {
        try {
            return of(server.failure(OF_DYING));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ailment(server.container().name() + " does not answer", AGAIN);
        }
    }
}
