package dev.lexlab.site.address;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a build publishes by itself, redirects apart.
 *
 * @param anchors every anchor by its page
 * @param offered the addresses that others may link to: pages, and the anchors that their authors made
 */
public record Published(Map<String, Set<String>> anchors, SortedSet<PublicAddress> offered) {

    public Published {
        anchors = Collections.unmodifiableMap(new TreeMap<>(anchors));
        offered = Collections.unmodifiableSortedSet(new TreeSet<>(offered));
    }

    boolean has(PublicAddress address) {
        Set<String> there = anchors.get(address.page());
        return there != null && (address.isPage() || there.contains(address.anchor()));
    }
}
