package dev.lexlab.check.engine;

import java.util.Locale;

/**
 * Something of ours on the engine.
 *
 * @param name for people
 * @param run of the process that made it
 */
public record Leftover(Kind kind, String id, String name, String run) {

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
