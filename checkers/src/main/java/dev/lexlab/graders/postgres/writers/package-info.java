/**
 * The grader of {@code postgres/two-writers}. In: a bank's functions in a database of its own, and what its client program
 * obeys. Out: what clients who met there were told, and what the books said afterwards.
 */
@NullMarked
package dev.lexlab.graders.postgres.writers;

import org.jspecify.annotations.NullMarked;
