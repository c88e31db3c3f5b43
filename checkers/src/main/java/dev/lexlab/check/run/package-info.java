/**
 * Runs the checks of one task on the JUnit Platform. In: a submission taken in, an environment, a seed. Out: what each
 * check that reported came to.
 */
@NullMarked
package dev.lexlab.check.run;

import org.jspecify.annotations.NullMarked;
