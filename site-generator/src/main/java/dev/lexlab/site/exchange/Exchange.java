package dev.lexlab.site.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.site.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The door: a site and its pages to the files that programs read. Same site, same bytes. */
public final class Exchange {

    private Exchange() {}

    /** Where a site's files are, twins apart, without making them. */
    public static Set<String> addresses(Site site) {
        Set<String> addresses = new TreeSet<>(Set.of("llms.txt", "glossary.json", "objects.inv"));
        if (site.absolute("").isPresent()) {
            addresses.addAll(Set.of("sitemap.xml", "robots.txt"));
            if (!site.changed().isEmpty()) {
                addresses.add(Feed.ADDRESS);
            }
        }
        return addresses;
    }

    /**
     * Makes every file but the twins of pages, see {@link Twins}. Sitemap, feed and {@code robots.txt} consist of whole addresses, so
     * they are there only where the site's base URL names a host.
     *
     * @param pages addresses of all lasting pages
     * @return bytes by address from the site's root
     */
    public static SortedMap<String, byte[]> files(Site site, Set<String> pages) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("llms.txt", ReadingList.of(site, pages).getBytes(UTF_8));
        files.put("glossary.json", GlossaryJson.of(site));
        files.put("objects.inv", Inventory.of(site));
        if (site.absolute("").isPresent()) {
            List<String> addresses = new ArrayList<>(new TreeSet<>(pages));
            addresses.remove("book.html"); // all of it stands on other pages
            files.put("sitemap.xml", Sitemap.of(site, addresses));
            files.put("robots.txt", Sitemap.robots(site).getBytes(UTF_8));
            Feed.of(site).ifPresent(feed -> files.put(Feed.ADDRESS, feed));
        }
        return files;
    }
}
