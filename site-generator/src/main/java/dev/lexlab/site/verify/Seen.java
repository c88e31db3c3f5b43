package dev.lexlab.site.verify;

import dev.lexlab.site.dom.Classes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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
        Reader reader = new Reader(page.body());
        reader.read(page);
        return new Seen(
                Collections.unmodifiableSet(reader.own),
                Collections.unmodifiableSet(reader.moved),
                List.copyOf(reader.offered),
                Collections.unmodifiableSet(reader.doubled),
                Collections.unmodifiableSet(reader.written),
                List.copyOf(reader.foreign),
                reader.sendsOn);
    }

    /** Goes through a page once; what an element is in decides about it, so that is told on the way down. */
    private static final class Reader {
        private final boolean sendsOn;
        private final boolean isBook;
        private final Set<String> own = new LinkedHashSet<>();
        private final Set<String> moved = new LinkedHashSet<>();
        private final List<String> offered = new ArrayList<>();
        private final Set<String> doubled = new LinkedHashSet<>();
        private final Set<String> written = new LinkedHashSet<>();
        private final List<String> foreign = new ArrayList<>();

        Reader(Element body) {
            sendsOn = Classes.has(body, "moved-page");
            isBook = Classes.has(body, "page-book");
        }

        void read(Document page) {
            readIn(page, false, sendsOn);
        }

        /**
         * Reads what an element holds.
         *
         * @param prose whether that is an author's text
         * @param ofMove whether that sends visitors somewhere else; it is checked by what its author wrote
         */
        private void readIn(Element box, boolean prose, boolean ofMove) {
            for (int i = 0; i < box.childNodeSize(); i++) {
                if (box.childNode(i) instanceof Element element) {
                    boolean has = element.attributesSize() > 0;
                    if (has) {
                        anchor(element, prose);
                        loaded(element);
                        if (!ofMove) {
                            addresses(element.attributes());
                        }
                    }
                    readIn(
                            element,
                            prose || (has && Classes.has(element, "prose")),
                            sendsOn || (has && Classes.has(element, "moved")));
                }
            }
        }

        private void anchor(Element element, boolean prose) {
            if (!element.attributes().hasKey("id")) {
                return;
            }
            String id = element.id();
            if (Classes.has(element, "moved")) {
                moved.add(id);
                return;
            }
            if (!own.add(id)) {
                doubled.add(id);
            }
            if (isOffered(element, id, prose)) {
                offered.add(id);
            }
        }

        /**
         * Anchors that authors made: headings and named blocks of their texts, and myths. Those of notes and citations are ours, and on
         * the page of all terms every text stands a second time.
         */
        private boolean isOffered(Element element, String id, boolean prose) {
            boolean ofText = prose
                    && !isBook
                    && !id.startsWith("cite-")
                    && !id.startsWith("footnote-")
                    && !id.startsWith("source-");
            return ofText || Classes.has(element, "myth");
        }

        private void loaded(Element element) {
            Attributes attributes = element.attributes();
            boolean hasSource = attributes.hasKey("src");
            if (hasSource || (element.nameIs("link") && attributes.hasKey("href"))) {
                String loaded = attributes.get(hasSource ? "src" : "href");
                if (FOREIGN.matcher(loaded).lookingAt()
                        && !attributes.get("rel").equals("canonical")) {
                    foreign.add(loaded);
                }
            }
        }

        private void addresses(Attributes attributes) {
            for (String attribute : ADDRESSES) {
                if (attributes.hasKey(attribute)) {
                    written.add(attributes.get(attribute));
                }
            }
        }
    }
}
