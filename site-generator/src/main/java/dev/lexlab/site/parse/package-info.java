/**
 * Reads what was found. In: {@link dev.lexlab.site.scan.ScannedContent}. Out: {@link dev.lexlab.site.parse.ParsedContent}:
 * front matter, navigation, sources and credits as typed values that know their places, and a fragment for each page.
 */
@NullMarked
package dev.lexlab.site.parse;

import org.jspecify.annotations.NullMarked;
