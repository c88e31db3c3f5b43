/**
 * Links out of the site. In: web addresses. Out: for each, whether it still leads anywhere, found out politely and remembered for
 * some days; what cannot be known today is said to be unknown, never good or broken.
 */
@NullMarked
package dev.lexlab.site.links;

import org.jspecify.annotations.NullMarked;
