/**
 * Looks every name up and makes every body final. In: {@link dev.lexlab.site.parse.ParsedContent} and the labs. Out: the
 * {@link dev.lexlab.site.model.Site}, or the problems that stop it.
 */
@NullMarked
package dev.lexlab.site.build;

import org.jspecify.annotations.NullMarked;
