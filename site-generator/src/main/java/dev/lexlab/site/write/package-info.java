/**
 * Puts the site where it is looked for. In: every file of it. Out: a whole new generation that the link shows at once, or
 * the old one untouched.
 */
@NullMarked
package dev.lexlab.site.write;

import org.jspecify.annotations.NullMarked;
