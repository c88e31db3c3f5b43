/**
 * Breaks right solutions in small ways. In: the fixtures of tasks that are right, and the author's list of breakages that
 * change nothing ({@code equivalents.yml}). Out: for every breakage, which check noticed it, and those that none did.
 *
 * <p>A breakage is an {@link dev.lexlab.check.mutate.Edit} of one file that learners edit. The kind of a file is chosen by its
 * name and its first line; each kind has a small lexer, so that comments are never broken. Each broken solution is graded as
 * {@code check} does it, up to its first check that does not pass.
 *
 * <p>{@code checkers/src/test/submissions/<lab>/<task>/equivalents.yml} is a list of entries:
 *
 * <ul>
 *   <li>{@code file}: fixture and file, {@code solution/publish}.
 *   <li>{@code line}: the line as it stands, or the lines.
 *   <li>{@code becomes}: what it becomes; left out where nothing of it is left.
 *   <li>{@code because}: why the task does not ask for it.
 *   <li>{@code witness}: a command ({@code run}) for a machine of the task ({@code as}). It prints the same for the right
 *       solution and the broken one, and something else for the starter.
 * </ul>
 */
@NullMarked
package dev.lexlab.check.mutate;

import org.jspecify.annotations.NullMarked;
