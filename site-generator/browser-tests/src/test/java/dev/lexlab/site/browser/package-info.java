/**
 * The built site in a real browser. In: our own content, rendered once for all tests. Out: what somebody who reads it by mouse,
 * keyboard, touch, on paper or without JavaScript gets; and whatever the browser complains about meanwhile.
 */
@NullMarked
package dev.lexlab.site.browser;

import org.jspecify.annotations.NullMarked;
