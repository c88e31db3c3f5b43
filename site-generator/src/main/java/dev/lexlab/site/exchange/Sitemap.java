package dev.lexlab.site.exchange;

import dev.lexlab.site.model.Site;
import java.util.List;

/** Every page for search engines, as sitemaps.org describes it. */
final class Sitemap {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String ADDRESS = "sitemap.xml";

    private Sitemap() {}

    static byte[] of(Site site, List<String> pages) {
        return Xml.document("urlset", NAMESPACE, root -> {
            for (String page : pages) {
                root.element("url", url -> {
                    url.text("loc", site.absolute(page).orElseThrow());
                    site.dayOf(page).ifPresent(day -> url.text("lastmod", day));
                });
            }
        });
    }

    /** Crawlers look for it at the root of a host only; below a folder it does no harm. */
    static String robots(Site site) {
        return "User-agent: *\nAllow: /\n\nSitemap: " + site.absolute(ADDRESS).orElseThrow() + "\n";
    }
}
