package dev.lexlab.check.watch;

import dev.lexlab.check.run.Memory;
import dev.lexlab.check.submission.TakenIn;

/**
 * One grading that is wanted.
 *
 * @param memory what is known already
 */
record Request(Watched task, TakenIn submission, long seed, Memory memory) {}
