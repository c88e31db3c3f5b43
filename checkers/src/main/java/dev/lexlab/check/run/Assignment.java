package dev.lexlab.check.run;

import dev.lexlab.check.submission.TakenIn;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;

/** One submission to grade by one task. */
public record Assignment(LabDefinition lab, TaskDefinition task, TakenIn submission, long seed) {}
