/**
 * The grader of {@code postgres/read-the-catalog}. In: a learner's views in a database of its own. Out: which of the tables,
 * foreign keys and indexes that were made beside them they list, and which they should.
 */
@NullMarked
package dev.lexlab.graders.postgres.catalog;

import org.jspecify.annotations.NullMarked;
