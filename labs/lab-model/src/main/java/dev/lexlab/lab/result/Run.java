package dev.lexlab.lab.result;

import java.time.Instant;

/**
 * What differs between two runs that give the same grade.
 *
 * @param started when it began
 * @param milliseconds how long it took
 * @param machine system, architecture, processors, Java
 * @param engine what ran the servers, as it calls itself; empty where none was needed
 * @param hintsUsed how many the learner had asked for
 */
public record Run(Instant started, long milliseconds, String machine, String engine, int hintsUsed) {}
