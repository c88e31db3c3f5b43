package dev.lexlab.site.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.lexlab.site.address.PublicAddress;
import dev.lexlab.site.address.Redirect;
import dev.lexlab.site.model.Site;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was moved. A page that is gone stays as a small one that sends its visitors on; a part that is gone stays as a line of its
 * page, seen only by those who come for it. Both work without a script and from disk.
 */
final class Moves {
    /** Static hosts read this file and answer before a page is loaded. */
    static final String FOR_HOSTS = "_redirects";

    private final Site site;
    private final List<Redirect> redirects;
    private final Map<String, String> titles = new HashMap<>();

    Moves(Site site, Collection<Page> pages) {
        this.site = site;
        this.redirects = site.redirects();
        pages.forEach(page -> titles.put(page.url(), page.title()));
    }

    /**
     * Somewhere else.
     *
     * @param anchor what a page called the part that is gone; empty for the page
     * @param url where it is now, from the site's root
     * @param canonical the same for search engines: absolute where the site says where it is served
     * @param title of the page it is on now
     */
    record Move(String anchor, String url, String canonical, String title) {}

    boolean areThere() {
        return !redirects.isEmpty();
    }

    /** Parts of a page that are somewhere else now. */
    List<Move> of(String page) {
        return redirects.stream()
                .filter(redirect ->
                        !redirect.from().isPage() && redirect.from().page().equals(page))
                .map(this::move)
                .toList();
    }

    /** Pages that are gone, by their address. */
    SortedMap<String, Move> pages() {
        SortedMap<String, Move> pages = new TreeMap<>();
        for (Redirect redirect : redirects) {
            if (redirect.from().isPage() && !titles.containsKey(redirect.from().page())) {
                pages.put(redirect.from().page(), move(redirect));
            }
        }
        return pages;
    }

    private Move move(Redirect redirect) {
        PublicAddress to = redirect.to();
        return new Move(
                redirect.from().anchor(),
                to.toString(),
                site.absolute(to.page()).orElse(""),
                titles.getOrDefault(to.page(), to.toString()));
    }

    /** A line each: from, to, "for ever". Anchors never reach a server. */
    byte[] forHosts() {
        Address fromRoot = Address.fromRoot(site.baseUrl());
        return pages().entrySet().stream()
                .map(page -> fromRoot.to(page.getKey()) + " "
                        + fromRoot.to(page.getValue().url()) + " 301\n")
                .collect(joining())
                .getBytes(UTF_8);
    }
}
