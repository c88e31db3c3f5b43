package dev.lexlab.site.serve;

import java.util.Optional;

/** Where the server gets its site from, at the time of each request. */
public interface SiteSource {

    /** Whether there is a site yet. */
    boolean isThere();

    /**
     * A file of the site.
     *
     * @param path from the site's root, no slash before it
     */
    Optional<byte[]> file(String path);
}
