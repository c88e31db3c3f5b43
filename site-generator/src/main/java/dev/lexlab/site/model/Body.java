package dev.lexlab.site.model;

import java.util.List;

/**
 * The text of a page, final but for its surroundings.
 *
 * @param html sanitised; links are relative to the page's own address
 * @param headings of the second level, for the page's table of contents
 * @param terms slugs of the terms it links to, in order of first use: each needs a card on the page
 */
public record Body(String html, List<Heading> headings, List<String> terms) {

    /** A section and its anchor. */
    public record Heading(String id, String title) {}
}
