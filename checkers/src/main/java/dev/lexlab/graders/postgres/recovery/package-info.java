/**
 * Grader of the task "lose-nothing-twice". In: a learner's scripts on a machine with a server of its own. Out: what a server has
 * that was built from what they kept, after the first one was lost.
 */
@NullMarked
package dev.lexlab.graders.postgres.recovery;

import org.jspecify.annotations.NullMarked;
