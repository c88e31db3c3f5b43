package dev.lexlab.check.engine;

import java.util.Locale;

/**
 * Something of ours on the engine.
 *
 * @param name for people
 * @param run of the process that made it
 * @param isRunning of a container, whether its first process is there
 */
public record Leftover(Kind kind, String id, String name, String run, boolean isRunning) {

    /** What it is. */
    public enum Kind {
        CONTAINER,
        NETWORK,
        VOLUME,
        IMAGE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
