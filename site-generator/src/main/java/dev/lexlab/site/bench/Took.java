package dev.lexlab.site.bench;

import java.util.OptionalDouble;

/**
 * What a process took, from its start to its end.
 *
 * @param seconds on the clock
 * @param cpuSeconds of processors, with all processes that it started and waited for
 * @param megabytes most at once, of the largest of them; empty where this system does not tell
 * @param said both streams
 */
record Took(double seconds, double cpuSeconds, OptionalDouble megabytes, String said) {}
