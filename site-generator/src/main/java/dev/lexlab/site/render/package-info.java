/**
 * How the site looks. In: a {@link dev.lexlab.site.model.Site}. Out: every file of it, as bytes by address: pages, theme, icon and
 * headers.
 */
@NullMarked
package dev.lexlab.site.render;

import org.jspecify.annotations.NullMarked;
