/**
 * What readers may look for. In: a {@link dev.lexlab.site.model.Site}. Out: the bytes of one script that holds the index, which
 * {@code theme/search.js} reads: pages and sections with their text, and for each word where it stands and how much it weighs there.
 */
@NullMarked
package dev.lexlab.site.search;

import org.jspecify.annotations.NullMarked;
