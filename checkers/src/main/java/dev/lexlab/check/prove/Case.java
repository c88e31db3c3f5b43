package dev.lexlab.check.prove;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;

/** One thing to prove: that a fixture gets what it declares. */
public record Case(LabDefinition lab, TaskDefinition task, Fixture fixture) {

    public String taskName() {
        return lab.id() + "/" + task.id();
    }

    public String name() {
        return taskName() + "/" + fixture.name();
    }

    /** What a grader would be worth nothing without; never put off. */
    boolean isEssential() {
        return fixture.kind() != Fixture.Kind.WRONG && fixture.kind() != Fixture.Kind.ALTERNATIVE;
    }
}
