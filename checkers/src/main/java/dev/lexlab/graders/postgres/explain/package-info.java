/**
 * The grader of {@code postgres/explain-index-prove}. In: a shop's two tables, filled from the seed, and the indexes that a learner
 * put on them. Out: what three queries read and what new rows write, with those indexes and without them.
 */
@NullMarked
package dev.lexlab.graders.postgres.explain;

import org.jspecify.annotations.NullMarked;
