/**
 * One grading from a learner's folder to its grade, as every command does it. In: a task, a folder, a seed. Out: the grade,
 * and what differs between two runs that give the same one.
 */
@NullMarked
package dev.lexlab.check.pipeline;

import org.jspecify.annotations.NullMarked;
