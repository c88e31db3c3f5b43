/**
 * The learner's own folders. In: labs and their starters, earlier results. Out: work folders that are never overwritten,
 * and where the learner stands.
 */
@NullMarked
package dev.lexlab.check.learner;

import org.jspecify.annotations.NullMarked;
