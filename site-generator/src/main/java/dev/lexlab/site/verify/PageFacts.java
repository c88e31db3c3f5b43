package dev.lexlab.site.verify;

import dev.lexlab.site.scan.HiddenText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;

/**
 * What a rendered page says about addresses, read off it once.
 *
 * @param own its anchors, those apart that stand for parts that were moved
 * @param moved anchors of parts that were moved
 * @param offered those of its own that an author made
 * @param doubled ids that stand in it more than once
 * @param targets where it leads to
 * @param common where it leads to with other pages of its folder, all of them have the same list
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
        List<Target> common,
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
        return of(url, HiddenText.find(html), Seen.in(page), new Folder(url).shared(List.of()));
    }

    /**
     * Facts of one of many pages.
     *
     * @param hidden the first mark in it of what readers must never see
     * @param page what was seen in it, without the parts that other pages have as well
     * @param shared those
     */
    public static PageFacts of(String url, Optional<String> hidden, Seen page, Folder.Shared shared) {
        Set<String> own = new LinkedHashSet<>(page.own());
        Set<String> doubled = new LinkedHashSet<>(page.doubled());
        for (String id : shared.own()) {
            if (!own.add(id)) {
                doubled.add(id);
            }
        }
        doubled.addAll(shared.doubled());
        List<String> foreign = new ArrayList<>(page.foreign());
        foreign.addAll(shared.foreign());
        return new PageFacts(
                Collections.unmodifiableSet(own),
                page.moved(),
                page.offered(),
                Collections.unmodifiableSet(doubled),
                targets(url, page.written(), shared),
                url.equals(NOT_FOUND) ? List.of() : shared.targets(),
                List.copyOf(foreign),
                hidden,
                page.sendsOn());
    }

    private static List<Target> targets(String url, Set<String> written, Folder.Shared shared) {
        boolean leadsOut = !url.equals(NOT_FOUND);
        List<Target> targets = new ArrayList<>(written.size() + shared.here().size());
        for (String address : written) {
            if (leadsOut || address.startsWith("#")) {
                targets.add(shared.folder().target(url, address));
            }
        }
        for (String address : shared.here()) {
            if (!written.contains(address) && (leadsOut || address.startsWith("#"))) {
                targets.add(shared.folder().target(url, address));
            }
        }
        return Collections.unmodifiableList(targets);
    }
}
