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
    /** Ways around, buttons, what scripts fill, and pictures that say nothing to a reader by ear either. */
    private static final String LEFT_OUT =
            "nav, .cards, .progress, .back, .standing, .map, button, form, script, svg[aria-hidden], [hidden], .footnote-back";

    /** What a line is, said before it and set apart by the style sheet alone. */
    private static final String LEADING_WORDS = ".myth-tag, .first > span";

    private final Set<String> pages;
    /** By folder, then by what stands there: pages of a folder lead to the same places. */
    private final Map<String, Map<String, String>> targets = new ConcurrentHashMap<>();

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
        String folder = url.substring(0, url.lastIndexOf('/') + 1);
        Element main = Query.first(page.body(), "main");
        Element copy = main == null ? page.body() : main;
        Query.all(copy, LEFT_OUT).remove();
        Query.all(copy, LEADING_WORDS).tagName("dfn");
        for (Element image : Query.all(copy, "[role=img][aria-label]")) {
            image.text(image.attr("aria-label"));
        }
        Map<String, String> known = targets.computeIfAbsent(folder, any -> new ConcurrentHashMap<>());
        for (Element link : Query.all(copy, "a[href]")) {
            String target = known.computeIfAbsent(link.attr("href"), written -> target(folder, written));
            if (target.isEmpty()) {
                link.unwrap();
            } else {
                link.attr("href", target);
            }
        }
        return new MarkdownWriter().write(copy);
    }

    /** Nothing for a place on the very page: Markdown has no anchors that all readers agree on. */
    private String target(String folder, String there) {
        URI uri = URI.create(there);
        if (uri.isAbsolute()) {
            return there;
        }
        if (uri.getPath().isEmpty()) {
            return "";
        }
        String page = URI.create("/" + folder).resolve(uri).getPath().substring(1);
        return pages.contains(page) ? address(uri.getRawPath()) : there;
    }
}
