package dev.lexlab.site.parse;

import dev.lexlab.site.markup.Fragment;
import dev.lexlab.site.scan.PageFile;
import java.util.Optional;

/**
 * A page that was read.
 *
 * @param frontMatter present for terms and overviews
 */
public record ParsedPage(PageFile file, Optional<FrontMatter> frontMatter, Fragment fragment) {}
