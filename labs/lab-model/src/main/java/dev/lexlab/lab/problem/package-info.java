/**
 * What is wrong with somebody's file, where, and what to do about it. In: faults found by any reader. Out: one sorted,
 * printable list.
 */
@NullMarked
package dev.lexlab.lab.problem;

import org.jspecify.annotations.NullMarked;
