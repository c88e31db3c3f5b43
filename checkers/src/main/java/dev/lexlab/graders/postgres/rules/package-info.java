/**
 * The grader of {@code postgres/rules-in-the-schema}. In: a learner's tables in a database of its own. Out: what clients of that
 * database saw.
 */
@NullMarked
package dev.lexlab.graders.postgres.rules;

import org.jspecify.annotations.NullMarked;
