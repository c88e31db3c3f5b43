package dev.lexlab.check.pipeline;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;

/** How many hints of a task the learner has asked for. */
@FunctionalInterface
public interface HintsUsed {
    int used(LabDefinition lab, TaskDefinition task);
}
