package dev.lexlab.site.search;

import dev.lexlab.site.model.Site;
import java.util.List;

/** The door: a site to the script that makes it searchable. Same site, same bytes. */
public final class SearchIndex {
    /** From the site's root. Pages name it, so it holds no hash: an edit of one page must not change all others. */
    public static final String ADDRESS = "search-index.js";

    private SearchIndex() {}

    /** UTF-8. */
    public static byte[] of(Site site) {
        List<FoundPage> pages = new FoundPages(site).all();
        return IndexScript.bytes(site, pages, Postings.of(pages));
    }
}
