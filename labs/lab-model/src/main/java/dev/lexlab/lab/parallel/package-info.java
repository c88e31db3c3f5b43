/** Many pieces of like work. In: a list and a step. Out: what the step makes of each, in order. */
@NullMarked
package dev.lexlab.lab.parallel;

import org.jspecify.annotations.NullMarked;
