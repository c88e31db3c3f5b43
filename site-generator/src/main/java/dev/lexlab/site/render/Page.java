package dev.lexlab.site.render;

import java.util.Map;
import java.util.Optional;

/**
 * A page before it is written.
 *
 * @param template its name, without the extension
 * @param url from the site's root
 * @param description one plain sentence for search engines and link previews
 * @param area address of the entry of the top bar it belongs to; empty on the home page
 * @param side the pages around it, where it belongs to a concept
 * @param data what this kind of page alone needs
 */
record Page(
        String template,
        String url,
        String title,
        String description,
        String area,
        Optional<Side> side,
        Map<String, Object> data) {}
