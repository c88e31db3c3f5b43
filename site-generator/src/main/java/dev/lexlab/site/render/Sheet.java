package dev.lexlab.site.render;

import java.util.Map;

/**
 * A page before it is rendered, with everything that its template can see. Equal sheets give equal pages: that is how whoever keeps
 * pages knows which of them may stay.
 *
 * @param template its name, without the extension
 * @param url from the site's root
 * @param lasting whether it is a page of its own: not one that was moved, nor the one that says that there is none
 * @param seenFrom where its links begin: its own address, or the root of the server for the page that is shown at any depth
 * @param model records, collections and plain values by name
 */
public record Sheet(String template, String url, boolean lasting, String seenFrom, Map<String, Object> model) {

    public Sheet {
        model = Map.copyOf(model);
    }

    Address address() {
        return seenFrom.equals(url) ? Address.from(url) : Address.fromRoot(seenFrom);
    }
}
