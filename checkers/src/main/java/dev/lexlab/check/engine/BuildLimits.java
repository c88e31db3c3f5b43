package dev.lexlab.check.engine;

import java.time.Duration;

/**
 * What a build of a learner's Dockerfile may take of this machine.
 *
 * @param megabytes of memory, for each step
 * @param processes at the same time, in each step
 * @param diskMegabytes that all its steps together may write
 * @param deadline of all its steps together
 * @param takesFromOthers whether what another run built of the same words counts as built: it could be anything, and goes away
 *     when that run ends
 */
record BuildLimits(int megabytes, int processes, int diskMegabytes, Duration deadline, boolean takesFromOthers) {
    static final BuildLimits USUAL = new BuildLimits(512, 256, 256, Duration.ofMinutes(2), false);
}
