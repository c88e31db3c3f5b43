/**
 * How fast grading is. In: a course with the lab {@code postgres}, and a number of rounds. Out: a row for each thing that
 * somebody waits for, with medians, what it was held against in the same run, and whether its goal is met.
 *
 * <p>Everything is measured as it is used: the pipeline, a watch on real files, processes of the launcher and of Maven. All
 * files lie in temporary folders; nobody's work, notes or results are read or written.
 */
@NullMarked
package dev.lexlab.check.bench;

import org.jspecify.annotations.NullMarked;
