/**
 * Says what a word means without building anything. In: a word and the front matter of every page. Out: the term it names,
 * or those it may have meant.
 */
@NullMarked
package dev.lexlab.site.lookup;

import org.jspecify.annotations.NullMarked;
