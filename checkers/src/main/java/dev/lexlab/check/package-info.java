/** The grading engine: a submission and its lab in, verdicts out. */
@NullMarked
package dev.lexlab.check;

import org.jspecify.annotations.NullMarked;
