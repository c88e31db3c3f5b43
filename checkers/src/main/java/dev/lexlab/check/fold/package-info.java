/**
 * From single results to a grade. In: what each check that reported came to. Out: a grade that has every check of the task,
 * in its order; one that never reported is an ERROR.
 */
@NullMarked
package dev.lexlab.check.fold;

import org.jspecify.annotations.NullMarked;
