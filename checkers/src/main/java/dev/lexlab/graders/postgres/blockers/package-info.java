/**
 * The grader of {@code postgres/who-is-in-the-way}. In: a learner's functions in a database of their own. Out: whom these name and
 * end among sessions that stand in each other's way as they were told to.
 */
@NullMarked
package dev.lexlab.graders.postgres.blockers;

import org.jspecify.annotations.NullMarked;
