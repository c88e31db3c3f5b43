/**
 * Text we did not write. In: anything a learner's program, file or server said. Out: the same, harmless in one named
 * sink.
 */
@NullMarked
package dev.lexlab.lab.text;

import org.jspecify.annotations.NullMarked;
