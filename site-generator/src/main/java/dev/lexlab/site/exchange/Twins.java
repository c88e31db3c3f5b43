package dev.lexlab.site.exchange;

import dev.lexlab.site.dom.Query;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Pages as Markdown, for programs that read text: what stands in a page's {@code main}, without what only leads around in the site. The
 * address of a twin is the page's with {@code .md} behind it, as llmstxt.org proposes. Safe to use from several threads.
 */
public final class Twins {
    private static final String ENDING = ".md";
    private final Set<String> pages;
    private final Map<String, Folder> folders = new ConcurrentHashMap<>();

    /** @param pages addresses of all pages that have a twin; links between them lead from twin to twin */
    public Twins(Set<String> pages) {
        this.pages = Set.copyOf(pages);
    }

    /** Of a page's twin. */
    public static String address(String page) {
        return page + ENDING;
    }

    /**
     * The text of a page's twin.
     *
     * @param page is taken apart
     */
    public String text(String url, Document page) {
        Element main = Query.first(page.body(), "main");
        Element copy = main == null ? page.body() : main;
        Folder folder = folders.computeIfAbsent(url.substring(0, url.lastIndexOf('/') + 1), Folder::new);
        new Trim(folder::target).trim(copy);
        return new MarkdownWriter().write(copy);
    }

    /** Pages of a folder lead to the same places. */
    private final class Folder {
        private final URI base;
        /** By what stands in a page. */
        private final Map<String, String> targets = new ConcurrentHashMap<>();

        Folder(String url) {
            base = URI.create("/" + url);
        }

        String target(String written) {
            String known = targets.get(written);
            return known == null ? targets.computeIfAbsent(written, this::resolved) : known;
        }

        /** Nothing for a place on the very page: Markdown has no anchors that all readers agree on. */
        private String resolved(String written) {
            URI uri = URI.create(written);
            if (uri.isAbsolute()) {
                return written;
            }
            if (uri.getPath().isEmpty()) {
                return "";
            }
            String page = base.resolve(uri).getPath().substring(1);
            return pages.contains(page) ? address(uri.getRawPath()) : written;
        }
    }
}
