/** Trees of HTML, asked quickly. In: an element and a query in the words of CSS. Out: the elements that it means. */
@NullMarked
package dev.lexlab.site.dom;

import org.jspecify.annotations.NullMarked;
