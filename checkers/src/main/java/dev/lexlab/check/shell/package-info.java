/**
 * A task's environment to look at. In: a task and the learner's files. Out: the environment that a check would find, with
 * ways into its machines; either for one command, or kept until somebody takes it down.
 */
@NullMarked
package dev.lexlab.check.shell;

import org.jspecify.annotations.NullMarked;
