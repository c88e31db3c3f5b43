/**
 * Checks written as data, without Java. In: the file that {@code lab.yml} names under {@code grader:}, read strictly. Out: what
 * each check needs, and a way to run it that throws what a check in Java would throw.
 *
 * <p>The keys of the file:
 *
 * <ul>
 *   <li>{@code draw}: names to what is drawn for them, anew in every run: {@code word}, {@code name}, {@code number}, or
 *       {@code {number: [least, most]}}. No two are alike. Everywhere below {@code ${name}} is what was drawn, and
 *       {@code $${} is a plain <code>${</code>.
 *   <li>{@code prepare}: steps that apply the submission, as {@code @Prepare} does in Java. Optional.
 *   <li>{@code checks}: every id of {@code lab.yml} to the steps of its check, which run in order; the first one that does not
 *       find what it expects decides.
 * </ul>
 *
 * A step has
 *
 * <ul>
 *   <li>{@code on}: a sandbox, helper or server of the task; may be left out where there is one sandbox.
 *   <li>one of {@code run} (a program and its arguments), {@code sh} (a script), {@code write} (a path there; with
 *       {@code text}, or with {@code file}, a file of the submission).
 *   <li>{@code input}: what {@code run} reads from its standard input.
 *   <li>{@code expect}: {@code exit} (a number, {@code any} or {@code not-zero}; 0 unless said), and of the standard output
 *       {@code equals} (but for ends of lines at its end), {@code contains}, {@code absent} (a text or a list) and
 *       {@code matches} (a regular expression that is found in it).
 *   <li>{@code within}: {@code 5s}; looks again and again until it is so. Otherwise it looks once.
 *   <li>{@code otherwise}: what the learner is told: {@code summary}, {@code expected} (where the expectation says it
 *       badly), {@code next}, {@code diagnosis} (with the words of
 *       {@code lab.yml}), {@code term}; a next step or a diagnosis there must be. A list of them is gone through for the first
 *       whose {@code when} (as {@code expect}) fits what was seen. With {@code invalid: FILE} the verdict is INVALID at that
 *       file, and {@code line}, a regular expression with one group, finds the line in what was said.
 * </ul>
 *
 * Instead of {@code on} and one of those, a step may break something from outside, or mend it, or look at what was counted:
 *
 * <ul>
 *   <li>{@code cut: wire}, {@code black-hole: wire}, {@code mend: wire}, <code>slow: {wire: 200ms}</code>, <code>throttle: {wire:
 *       1000}</code>: a link of the task.
 *   <li>{@code restart: cache}, {@code pause: cache}, {@code resume: cache}, <code>disconnect: {cache: lab}</code>, <code>connect:
 *       {cache: lab}</code>: a sandbox, helper, or server with {@code lease: own}.
 *   <li>{@code traffic: wire}, with {@code expect}, {@code within} and {@code otherwise}: the lines {@code accepted 1},
 *       {@code open 1}, {@code to-server 20}, {@code to-clients 0}, {@code waiting-for-server 0} and {@code waiting-for-clients 0}.
 * </ul>
 *
 * A step on a helper or server without {@code expect} and {@code otherwise} only arranges something: where it does not succeed,
 * nobody is blamed.
 */
@NullMarked
package dev.lexlab.check.declared;

import org.jspecify.annotations.NullMarked;
