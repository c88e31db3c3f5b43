/**
 * How we speak to a person at a terminal. In: what a command has to say. Out: lines on the right stream, with colour only
 * where it is welcome, and an exit code of the contract.
 */
@NullMarked
package dev.lexlab.lab.console;

import org.jspecify.annotations.NullMarked;
