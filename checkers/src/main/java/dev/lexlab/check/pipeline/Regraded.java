package dev.lexlab.check.pipeline;

import dev.lexlab.check.run.Memory;
import dev.lexlab.lab.result.Result;

/**
 * What a grading came to that could build on an earlier one.
 *
 * @param ran how many checks were run for it; the others were known already, or blocked
 * @param memory for the next one
 */
public record Regraded(Result graded, int ran, Memory memory) {}
