package dev.lexlab.check.prove;

import java.time.Duration;

/**
 * How much is proven, and how.
 *
 * @param defersNothing whether all of it is proven, however long it takes
 * @param trustsNothing whether what was proven before is proven again
 * @param budget when this has passed, no further case begins that can wait for another day
 * @param workbenches how many cases are proven at the same time
 * @param seed what random data is drawn from
 */
public record Settings(boolean defersNothing, boolean trustsNothing, Duration budget, int workbenches, long seed) {}
