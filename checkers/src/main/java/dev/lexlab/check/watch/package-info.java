/**
 * Grading on save. In: a lab's work folder, what is saved there, and keys. Out: the newest verdict, at once, on servers that
 * stay warm; only what the saved file can change is found out again.
 */
@NullMarked
package dev.lexlab.check.watch;

import org.jspecify.annotations.NullMarked;
