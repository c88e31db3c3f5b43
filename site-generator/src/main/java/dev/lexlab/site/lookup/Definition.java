package dev.lexlab.site.lookup;

import java.util.List;

/**
 * A term in a few lines.
 *
 * @param requires titles of the terms to know first
 * @param names what it is also called
 * @param url from the site's root
 */
public record Definition(
        String title, List<String> names, String level, String definition, List<String> requires, String url) {

    public Definition {
        names = List.copyOf(names);
        requires = List.copyOf(requires);
    }
}
