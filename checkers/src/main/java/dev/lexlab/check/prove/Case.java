package dev.lexlab.check.prove;

import dev.lexlab.check.environment.EnvironmentKind;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;

/**
 * One thing to prove: that a fixture gets what it declares.
 *
 * @param on kind of servers it is graded on; the verdicts are the same on each
 */
public record Case(LabDefinition lab, TaskDefinition task, Fixture fixture, EnvironmentKind on) {

    /** The task, and on what where that is not the usual. */
    public String taskName() {
        return lab.id() + "/" + task.id() + (isEmbedded() ? " (embedded)" : "");
    }

    public String name() {
        return lab.id() + "/" + task.id() + "/" + fixture.name() + (isEmbedded() ? " (embedded)" : "");
    }

    boolean isEmbedded() {
        return on == EnvironmentKind.EMBEDDED;
    }

    /** What a grader would be worth nothing without; never put off. */
    boolean isEssential() {
        return switch (fixture.kind()) {
            case SOLUTION, STARTER, NOTHING -> true;
            case ALTERNATIVE, WRONG, HOSTILE -> false;
        };
    }
}
