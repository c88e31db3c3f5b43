package dev.lexlab.site.verify;

import dev.lexlab.site.scan.HiddenText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Document;

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
    private static final String NOT_FOUND = "404.html"; // shown at any depth, so its own links begin at the site's base

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
        return of(url, html, Seen.in(page), List.of(), new Addresses());
    }

    /**
     * Facts of one of many pages.
     *
     * @param html the whole
     * @param page what was seen in it, without the parts that other pages have as well
     * @param shared what was seen in those
     * @param addresses those of the other pages; filled with those of this one
     */
    public static PageFacts of(String url, String html, Seen page, List<Seen> shared, Addresses addresses) {
        Set<String> own = new LinkedHashSet<>(page.own());
        Set<String> doubled = new LinkedHashSet<>(page.doubled());
        Set<String> written = new LinkedHashSet<>(page.written());
        List<String> foreign = new ArrayList<>(page.foreign());
        for (Seen part : shared) {
            part.own().stream().filter(id -> !own.add(id)).forEach(doubled::add);
            doubled.addAll(part.doubled());
            written.addAll(part.written());
            foreign.addAll(part.foreign());
        }
        Map<String, Target> ofFolder = addresses.ofFolder(url);
        return new PageFacts(
                Collections.unmodifiableSet(own),
                page.moved(),
                page.offered(),
                Collections.unmodifiableSet(doubled),
                written.stream()
                        .filter(address -> !url.equals(NOT_FOUND) || address.startsWith("#"))
                        .map(address -> target(url, address, ofFolder))
                        .toList(),
                List.copyOf(foreign),
                HiddenText.find(html),
                page.sendsOn());
    }

    /** Addresses that were read before, of any number of pages at a time: the pages of a folder lead to the same places. */
    public static final class Addresses {
        private final Map<String, Map<String, Target>> byFolder = new ConcurrentHashMap<>();

        private Map<String, Target> ofFolder(String url) {
            return byFolder.computeIfAbsent(
                    url.substring(0, url.lastIndexOf('/') + 1), any -> new ConcurrentHashMap<>());
        }
    }

    private static Target target(String url, String written, Map<String, Target> known) {
        boolean isHere = written.isEmpty() || written.startsWith("#");
        return isHere ? resolved(url, written) : known.computeIfAbsent(written, any -> resolved(url, written));
    }

    private static Target resolved(String url, String written) {
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
