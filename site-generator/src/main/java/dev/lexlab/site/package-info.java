/** The site generator: content and labs in, a static site out. */
@NullMarked
package dev.lexlab.site;

import org.jspecify.annotations.NullMarked;
