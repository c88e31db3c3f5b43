/**
 * The author's local server. In: the folder a site is written to, and news about it. Out: pages over HTTP on this machine alone,
 * and the news to every open page.
 */
@NullMarked
package dev.lexlab.site.serve;

import org.jspecify.annotations.NullMarked;
