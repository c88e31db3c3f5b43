package dev.lexlab.check.environment;

import java.util.Locale;

/** What the servers of a task run in. */
public enum EnvironmentKind {
    /** Of the engine that answers. */
    CONTAINERS,
    /** PostgreSQL on the bare machine. */
    EMBEDDED,
    /** There is nothing for the task, or nothing was needed. */
    NONE;

    /** As it stands in a result. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
