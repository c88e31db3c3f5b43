/**
 * Finds what the site is made of. In: the folders of a course. Out: a sorted {@link dev.lexlab.site.scan.ScannedContent}
 * with every text read, its includes in place, and one hash over all of it.
 */
@NullMarked
package dev.lexlab.site.scan;

import org.jspecify.annotations.NullMarked;
