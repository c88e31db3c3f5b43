/**
 * The commands of {@code ./lexlab} that need graders. In: what somebody typed. Out: lines on the console and an exit code
 * of the contract.
 */
@NullMarked
package dev.lexlab.check.cli;

import org.jspecify.annotations.NullMarked;
