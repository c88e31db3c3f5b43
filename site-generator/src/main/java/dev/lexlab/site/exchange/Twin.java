package dev.lexlab.site.exchange;

import java.net.URI;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as Markdown, for programs that read text: what stands in its {@code main}, without what only leads around in the site. Its
 * address is the page's with {@code .md} behind it, as llmstxt.org proposes.
 */
public final class Twin {
    private static final String ENDING = ".md";
    /** Ways around, buttons, what scripts fill, and pictures that say nothing to a reader by ear either. */
    private static final String LEFT_OUT =
            "nav, .cards, .progress, .back, .standing, .map, button, form, script, svg[aria-hidden], [hidden], .footnote-back";

    /** What a line is, said before it and set apart by the style sheet alone. */
    private static final String LEADING_WORDS = ".myth-tag, .first > span";

    private Twin() {}

    /** Its address. */
    public static String of(String page) {
        return page + ENDING;
    }

    /**
     * Its text.
     *
     * @param page is taken apart
     * @param pages addresses of all pages that have a twin; links between them lead from twin to twin
     */
    public static String text(String url, Document page, Set<String> pages) {
        Element main = page.body().selectFirst("main");
        Element copy = main == null ? page.body() : main;
        copy.select(LEFT_OUT).remove();
        copy.select(LEADING_WORDS).tagName("dfn");
        for (Element image : copy.select("[role=img][aria-label]")) {
            image.text(image.attr("aria-label"));
        }
        for (Element link : copy.select("a[href]")) {
            String target = target(url, link.attr("href"), pages);
            if (target.isEmpty()) {
                link.unwrap();
            } else {
                link.attr("href", target);
            }
        }
        return new MarkdownWriter().write(copy);
    }

    /** Nothing for a place on the very page: Markdown has no anchors that all readers agree on. */
    private static String target(String here, String there, Set<String> pages) {
        URI uri = URI.create(there);
        if (uri.isAbsolute()) {
            return there;
        }
        if (uri.getPath().isEmpty()) {
            return "";
        }
        String page = URI.create("/" + here).resolve(uri).getPath().substring(1);
        return pages.contains(page) ? of(uri.getRawPath()) : there;
    }
}
