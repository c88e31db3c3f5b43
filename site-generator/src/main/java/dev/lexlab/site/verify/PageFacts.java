package dev.lexlab.site.verify;

import dev.lexlab.site.scan.HiddenText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * What a rendered page says about addresses, read off it once.
 *
 * @param own its anchors, those apart that stand for parts that were moved
 * @param moved anchors of parts that were moved
 * @param offered those of its own that an author made
 * @param doubled ids that stand in it more than once
 * @param targets where it leads to, each once
 * @param foreign what it would load from somebody else
 * @param hidden a mark of what readers must never see
 * @param sendsOn whether all it does is send its visitors somewhere else
 */
public record PageFacts(
        Set<String> own,
        Set<String> moved,
        List<String> offered,
        Set<String> doubled,
        List<Target> targets,
        List<String> foreign,
        Optional<String> hidden,
        boolean sendsOn) {
    private static final Pattern FOREIGN = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*:|//|\\\\)");
    private static final String NOT_FOUND = "404.html";
    /** Attributes that hold an address; scripts load the last three when search is wanted. */
    private static final List<String> ADDRESSES = List.of("href", "src", "data-code", "data-style", "data-index");

    /**
     * An address in a page.
     *
     * @param written as it stands there
     * @param file from the site's root; none where it leads out of the site, or is no address at all
     * @param anchor empty where it means the page
     */
    public record Target(String written, Optional<String> file, String anchor, boolean isAddress) {}

    /**
     * Reads a page.
     *
     * @param url its address from the site's root
     */
    public static PageFacts of(String url, String html, Document page) {
        return of(url, html, page, new ConcurrentHashMap<>());
    }

    /**
     * Reads one of many pages.
     *
     * @param known addresses that were read before: pages of a folder lead to the same places. Filled with those of this page
     */
    public static PageFacts of(String url, String html, Document page, Map<String, Target> known) {
        return new Reader(url, page, known).read(html);
    }

    private static final class Reader implements NodeFilter {
        private final String url;
        private final String folder;
        private final Map<String, Target> known;
        private final Document page;
        private final boolean sendsOn;
        private final boolean isBook;
        private final Set<String> own = new LinkedHashSet<>();
        private final Set<String> moved = new LinkedHashSet<>();
        private final List<String> offered = new ArrayList<>();
        private final Set<String> doubled = new LinkedHashSet<>();
        private final Map<String, Target> targets = new LinkedHashMap<>();
        private final List<String> foreign = new ArrayList<>();
        private int prose;

        Reader(String url, Document page, Map<String, Target> known) {
            this.url = url;
            this.known = known;
            this.folder = url.substring(0, url.lastIndexOf('/') + 1);
            this.page = page;
            sendsOn = page.body().hasClass("moved-page");
            isBook = page.body().hasClass("page-book");
        }

        PageFacts read(String html) {
            page.filter(this);
            return new PageFacts(
                    Collections.unmodifiableSet(own),
                    Collections.unmodifiableSet(moved),
                    List.copyOf(offered),
                    Collections.unmodifiableSet(doubled),
                    List.copyOf(targets.values()),
                    List.copyOf(foreign),
                    HiddenText.find(html),
                    sendsOn);
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
                    String written = element.attr(attribute);
                    // The page for what is not there is shown at any depth, so its own links begin at the site's base.
                    if (!url.equals(NOT_FOUND) || written.startsWith("#")) {
                        targets.computeIfAbsent(written, this::target);
                    }
                }
            }
        }

        private Target target(String written) {
            boolean isHere = written.isEmpty() || written.startsWith("#");
            return isHere ? resolved(written) : known.computeIfAbsent(folder + ' ' + written, any -> resolved(written));
        }

        private Target resolved(String written) {
            try {
                URI uri = new URI(written);
                if (uri.getScheme() != null || uri.getAuthority() != null) {
                    return new Target(written, Optional.empty(), "", true);
                }
                String file = uri.getPath().isEmpty()
                        ? url
                        : URI.create("/" + url).resolve(uri).getPath().substring(1);
                return new Target(written, Optional.of(file), uri.getFragment() == null ? "" : uri.getFragment(), true);
            } catch (URISyntaxException e) {
                return new Target(written, Optional.empty(), "", false);
            }
        }
    }
}
