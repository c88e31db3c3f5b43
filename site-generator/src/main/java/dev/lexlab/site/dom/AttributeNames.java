package dev.lexlab.site.dom;

import java.util.Arrays;
import java.util.List;

/** Names of attributes, of which pages have a few dozen a thousand times each. */
final class AttributeNames {
    /** More than four times as many as names, so that most of them are where they are looked for first. */
    private static final int PLACES = 1 << 8;

    private static final String[] BY_HASH = new String[PLACES];

    static {
        Arrays.fill(BY_HASH, "");
        List<String> names = List.of(
                "alt",
                "aria-hidden",
                "aria-label",
                "aria-labelledby",
                "class",
                "content",
                "d",
                "data-at",
                "data-footnote",
                "data-kind",
                "data-n",
                "data-ref",
                "data-term",
                "defer",
                "hidden",
                "height",
                "href",
                "id",
                "lang",
                "name",
                "property",
                "rel",
                "role",
                "scope",
                "src",
                "start",
                "style",
                "tabindex",
                "title",
                "type",
                "viewBox",
                "width");
        for (String name : names) {
            int place = place(name.hashCode());
            while (!BY_HASH[place].isEmpty()) {
                place = place(place + 1);
            }
            BY_HASH[place] = name;
        }
    }

    private AttributeNames() {}

    private static int place(int hash) {
        return hash & (PLACES - 1);
    }

    /**
     * The name that stands in a text.
     *
     * @param hash of the letters from begin to end, as a string has it
     */
    static String at(String html, int begin, int end, int hash) {
        int place = place(hash);
        String name = BY_HASH[place];
        while (!name.isEmpty() && !(name.length() == end - begin && html.startsWith(name, begin))) {
            place = place(place + 1);
            name = BY_HASH[place];
        }
        return name.isEmpty() ? html.substring(begin, end) : name;
    }
}
