/** Colours code. In: text and the name of its language. Out: the same text as HTML with a class for each kind of token. */
@NullMarked
package dev.lexlab.site.highlight;

import org.jspecify.annotations.NullMarked;
