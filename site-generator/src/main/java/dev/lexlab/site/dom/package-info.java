/**
 * Trees of HTML, asked and printed quickly. In: an element, and a query in the words of CSS where there is one. Out: the elements that it
 * means, or all of them by their tags; or the text of the tree. What is answered is what jsoup would answer.
 */
@NullMarked
package dev.lexlab.site.dom;

import org.jspecify.annotations.NullMarked;
