package dev.lexlab.site.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * What stands in a page, or in a part that many pages have, whatever address it has. See {@link PageFacts} for the words.
 *
 * @param written addresses, each once
 */
public record Seen(
        Set<String> own,
        Set<String> moved,
        List<String> offered,
        Set<String> doubled,
        Set<String> written,
        List<String> foreign,
        boolean sendsOn) {
    private static final Pattern FOREIGN = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*:|//|\\\\)");
    /** Attributes that hold an address; scripts load the last three when search is wanted. */
    private static final List<String> ADDRESSES = List.of("href", "src", "data-code", "data-style", "data-index");

    public static Seen in(Document page) {
        Reader reader = new Reader(page);
        page.filter(reader);
        return new Seen(
                Collections.unmodifiableSet(reader.own),
                Collections.unmodifiableSet(reader.moved),
                List.copyOf(reader.offered),
                Collections.unmodifiableSet(reader.doubled),
                Collections.unmodifiableSet(reader.written),
                List.copyOf(reader.foreign),
                reader.sendsOn);
    }

    private static final class Reader implements NodeFilter {
        private final boolean sendsOn;
        private final boolean isBook;
        private final Set<String> own = new LinkedHashSet<>();
        private final Set<String> moved = new LinkedHashSet<>();
        private final List<String> offered = new ArrayList<>();
        private final Set<String> doubled = new LinkedHashSet<>();
        private final Set<String> written = new LinkedHashSet<>();
        private final List<String> foreign = new ArrayList<>();
        private int prose;

        Reader(Document page) {
            sendsOn = page.body().hasClass("moved-page");
            isBook = page.body().hasClass("page-book");
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof Element element && element.attributesSize() > 0) {
                anchor(element);
                addresses(element);
                if (element.hasClass("prose")) {
                    prose++;
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && element.hasClass("prose")) {
                prose--;
            }
            return FilterResult.CONTINUE;
        }

        private void anchor(Element element) {
            if (!element.hasAttr("id")) {
                return;
            }
            String id = element.id();
            if (element.hasClass("moved")) {
                moved.add(id);
                return;
            }
            if (!own.add(id)) {
                doubled.add(id);
            }
            if (isOffered(element, id)) {
                offered.add(id);
            }
        }

        /**
         * Anchors that authors made: headings and named blocks of their texts, and myths. Those of notes and citations are ours, and on
         * the page of all terms every text stands a second time.
         */
        private boolean isOffered(Element element, String id) {
            boolean ofText = prose > 0
                    && !isBook
                    && !id.startsWith("cite-")
                    && !id.startsWith("footnote-")
                    && !id.startsWith("source-");
            return ofText || element.hasClass("myth");
        }

        private void addresses(Element element) {
            if (element.hasAttr("src") || (element.normalName().equals("link") && element.hasAttr("href"))) {
                String loaded = element.hasAttr("src") ? element.attr("src") : element.attr("href");
                if (FOREIGN.matcher(loaded).lookingAt() && !element.attr("rel").equals("canonical")) {
                    foreign.add(loaded);
                }
            }
            // Redirects are checked by what their author wrote.
            boolean ofMove =
                    sendsOn || (element.parent() != null && element.parent().hasClass("moved"));
            for (String attribute : ofMove ? List.<String>of() : ADDRESSES) {
                if (element.hasAttr(attribute)) {
                    written.add(element.attr(attribute));
                }
            }
        }
    }
}
