package dev.lexlab.site.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.site.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.nodes.Document;

/** The door: a site and its pages to the files that programs read. Same site, same bytes. */
public final class Exchange {

    private Exchange() {}

    /**
     * Makes every file. Sitemap, feed and {@code robots.txt} consist of whole addresses, so they are there only where the site's base
     * URL names a host.
     *
     * @param pages every page of the site by its address, as readers get it
     * @return bytes by address from the site's root
     */
    public static SortedMap<String, byte[]> files(Site site, SortedMap<String, Document> pages) {
        SortedMap<String, Document> lasting = new TreeMap<>(pages);
        lasting.values().removeIf(Exchange::isOnTheWayOut);
        SortedMap<String, byte[]> files = new TreeMap<>();
        lasting.forEach((url, page) ->
                files.put(Twin.of(url), Twin.text(url, page, lasting.keySet()).getBytes(UTF_8)));
        files.put("llms.txt", ReadingList.of(site).getBytes(UTF_8));
        files.put("glossary.json", GlossaryJson.of(site));
        files.put("objects.inv", Inventory.of(site));
        if (site.absolute("").isPresent()) {
            List<String> addresses = new ArrayList<>(lasting.keySet());
            addresses.remove("book.html"); // all of it stands on other pages
            files.put("sitemap.xml", Sitemap.of(site, addresses));
            files.put("robots.txt", Sitemap.robots(site).getBytes(UTF_8));
            Feed.of(site).ifPresent(feed -> files.put(Feed.ADDRESS, feed));
        }
        return files;
    }

    /** What was moved, and the page that says that there is none. */
    private static boolean isOnTheWayOut(Document page) {
        return page.selectFirst("meta[name=robots][content=noindex]") != null;
    }
}
