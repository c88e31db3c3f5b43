/**
 * Graders of the lab "tunnel". In: a learner's programs on a machine that nobody can reach, and their part of a relay's
 * configuration. Out: what visitors and neighbours saw.
 */
@NullMarked
package dev.lexlab.graders.tunnel;

import org.jspecify.annotations.NullMarked;
