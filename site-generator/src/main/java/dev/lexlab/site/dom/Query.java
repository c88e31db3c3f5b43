package dev.lexlab.site.dom;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Queries of the program itself, each read once: every page is asked the same few dozen of them, and reading one takes longer than
 * answering it. Not for queries that are put together, which would be kept for ever.
 */
public final class Query {
    private static final Map<String, Question> READ = new ConcurrentHashMap<>();

    private Query() {}

    /** In the order of the document; the element itself among them where the query means it. */
    public static Elements all(Element in, String css) {
        return READ.computeIfAbsent(css, Question::read).all(in);
    }

    /** The first of them. */
    public static @Nullable Element first(Element in, String css) {
        return READ.computeIfAbsent(css, Question::read).first(in);
    }
}
