package dev.lexlab.site.search;

import java.util.List;

/**
 * A page that can be found.
 *
 * @param url from the site's root
 * @param names the title, then the other names a reader may type
 * @param concept its place among the site's concepts, from 0
 * @param practised whether a lab goes with it
 * @param sections the page itself, then whatever on it has an anchor of its own, in order
 */
record FoundPage(
        String url, Kind kind, List<String> names, int concept, boolean practised, List<FoundSection> sections) {

    FoundPage {
        names = List.copyOf(names);
        sections = List.copyOf(sections);
    }

    String title() {
        return names.get(0);
    }
}
