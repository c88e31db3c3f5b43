/**
 * Trees of HTML, read, asked and printed quickly. In: a text; or an element, and a query in the words of CSS where there is one. Out: the
 * tree of the text; the elements that the query means, or all of them by their tags; the text of the tree. What is answered is what jsoup
 * would answer.
 */
@NullMarked
package dev.lexlab.site.dom;

import org.jspecify.annotations.NullMarked;
