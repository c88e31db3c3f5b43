package dev.lexlab.check.pipeline;

import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Run;

/** What one grading came to. */
public record Graded(Grade grade, Run run) {}
