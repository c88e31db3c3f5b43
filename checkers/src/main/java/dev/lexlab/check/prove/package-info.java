/**
 * Proves graders. In: a course's labs and the fixtures under {@code checkers/src/test/submissions/<lab>/<task>/}. Out: for
 * every fixture, whether it got exactly what it declares, on real servers; a table; and problems where lab, guide, grader and
 * fixtures do not fit each other.
 *
 * <p>A task's folder holds {@code starter.expect.yml}, {@code solution/}, at least one {@code alternative-<idea>/} and at
 * least three {@code wrong-<idea>/}, each of the last with an {@code expect.yml}:
 *
 * <ul>
 *   <li>{@code checks}: the id of every check of the task to its verdict.
 *   <li>{@code diagnosis}: what the first check that does not pass must recognise; may be absent.
 *   <li>{@code shows}: a text that the {@code reproduce} command of that check prints with this fixture's files, and does
 *       not print with the solution's. Between slashes it is a pattern. What is not so at once is looked at again for a
 *       while: the learner's own programs need a moment to start.
 *   <li>{@code lacks}: the other way round. One of the two is needed where a command is told.
 *   <li>{@code because}: for a starter that is INVALID, why it must be.
 * </ul>
 */
@NullMarked
package dev.lexlab.check.prove;

import org.jspecify.annotations.NullMarked;
