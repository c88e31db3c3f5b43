/**
 * The whole site as data. In: parsed documents, labs, configuration. Out: a {@link dev.lexlab.site.model.Site} in which every
 * name is resolved and every body is final HTML.
 */
@NullMarked
package dev.lexlab.site.model;

import org.jspecify.annotations.NullMarked;
