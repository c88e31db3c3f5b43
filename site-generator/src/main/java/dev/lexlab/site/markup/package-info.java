/**
 * Turns what authors write into HTML. In: the text of a page in either markup. Out: a {@link
 * dev.lexlab.site.markup.Fragment} in which equal things look equal, whichever markup they came from.
 */
@NullMarked
package dev.lexlab.site.markup;

import org.jspecify.annotations.NullMarked;
