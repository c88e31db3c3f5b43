package dev.lexlab.site.render;

import java.net.URI;
import java.util.List;

/** How one page names another: relative, so that the site also opens from a disk. */
interface Address {

    String to(String url);

    /** Seen from a page. */
    static Address from(String page) {
        List<String> here = List.of(page.split("/", -1));
        return url -> relative(here, List.of(url.split("/", -1)));
    }

    /** For the one page that is shown at any depth: from the root of the server. */
    static Address fromRoot(String baseUrl) {
        String path = URI.create(baseUrl).getRawPath();
        String root = path.endsWith("/") ? path : path + "/";
        return url -> root + url;
    }

    private static String relative(List<String> here, List<String> there) {
        int shared = 0;
        while (shared < here.size() - 1
                && shared < there.size() - 1
                && here.get(shared).equals(there.get(shared))) {
            shared++;
        }
        return "../".repeat(here.size() - 1 - shared) + String.join("/", there.subList(shared, there.size()));
    }
}
