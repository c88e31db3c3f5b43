/**
 * What other programs read. In: a {@link dev.lexlab.site.model.Site} and its pages as they were rendered. Out: more files of the
 * site: a Markdown twin of each page, {@code llms.txt}, {@code glossary.json}, an inventory for cross-references, and, where the site
 * says on which host it is served, a sitemap, a feed of changes and {@code robots.txt}.
 */
@NullMarked
package dev.lexlab.site.exchange;

import org.jspecify.annotations.NullMarked;
