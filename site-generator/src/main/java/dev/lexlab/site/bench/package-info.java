/**
 * How fast the generator is. In: numbers of pages, a markup, a number of rounds. Out: a row for each figure (wall time, processor
 * time, memory, a save until its page is there), with its goal and its ratio to the bare engines, measured in the same run.
 *
 * <p>Whole processes are measured, started as people start them, on courses that are made for it in a temporary folder. The two
 * programs named {@code Bare…} are what we are held against: the engines alone, started with the flags that suit them best.
 */
@NullMarked
package dev.lexlab.site.bench;

import org.jspecify.annotations.NullMarked;
