/** The commands {@code site}, {@code serve} and {@code term}. In: arguments. Out: lines for a person, and an exit code. */
@NullMarked
package dev.lexlab.site.cli;

import org.jspecify.annotations.NullMarked;
