/**
 * What makes a machine fit for labs. In: the course and what the engine says. Out: an engine that runs, images that are
 * built, a report of what is missing, or nothing of ours left.
 */
@NullMarked
package dev.lexlab.check.machine;

import org.jspecify.annotations.NullMarked;
