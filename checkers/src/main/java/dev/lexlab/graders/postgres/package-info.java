/** Graders of the lab "postgres". In: a learner's SQL in a database of its own. Out: what clients of that database saw. */
@NullMarked
package dev.lexlab.graders.postgres;

import org.jspecify.annotations.NullMarked;
