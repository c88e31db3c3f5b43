/**
 * What a grading found. In: verdicts of checks. Out: {@code result.json}, schema {@code lexlab/result/v1}, from which every
 * other report is made.
 */
@NullMarked
package dev.lexlab.lab.result;

import org.jspecify.annotations.NullMarked;
