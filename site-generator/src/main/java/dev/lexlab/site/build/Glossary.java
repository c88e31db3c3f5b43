package dev.lexlab.site.build;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.model.SortKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every term by its slug. */
final class Glossary {
    private final Map<String, Entry> entries;
    private final Map<String, Integer> ranks;
    private final Set<String> unreadable;
    private final Problems problems;
    private final Map<String, Set<String>> ofConcept = new HashMap<>();

    /**
     * A glossary.
     *
     * @param unreadable slugs of pages that are faulty themselves: whoever names one of them is not to blame
     */
    Glossary(Map<String, Entry> entries, Set<String> unreadable, Problems problems) {
        this.unreadable = Set.copyOf(unreadable);
        this.entries = new TreeMap<>(entries);
        this.ranks = ranks(entries.values());
        this.problems = problems;
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    Optional<Entry> find(String slug) {
        return Optional.ofNullable(entries.get(slug));
    }

    boolean isUnreadable(String slug) {
        return unreadable.contains(slug);
    }

    /** The entry that somebody names; naming one that is not there is a problem. */
    Optional<Entry> require(String slug, Place place) {
        return require(slug, place, problems);
    }

    /** @param told filled instead of the glossary's own problems */
    Optional<Entry> require(String slug, Place place, Problems told) {
        Optional<Entry> entry = find(slug);
        if (entry.isEmpty() && !unreadable.contains(slug)) {
            told.add(place, "term '" + slug + "' is not defined", hint(slug));
        }
        return entry;
    }

    /** People write a name where its slug belongs; say the slug then. */
    private String hint(String slug) {
        for (Entry entry : entries.values()) {
            if (names(entry).stream().anyMatch(slug::equalsIgnoreCase)) {
                return "that is a name of term '" + entry.slug() + "'; write its slug";
            }
        }
        return DidYouMean.hint(slug, entries.keySet());
    }

    /**
     * The terms that a text of this concept may mean by their names: those of the concept, those it declares, and headwords, which are
     * proper names. "Queue" on a page about processes is not RabbitMQ's.
     */
    Near near(String concept, Collection<String> declared) {
        return new Near(ofConcept.computeIfAbsent(concept, this::ofConcept), Set.copyOf(declared));
    }

    private Set<String> ofConcept(String concept) {
        return entries.values().stream()
                .filter(entry -> entry.headword() || entry.concept().equals(concept))
                .map(Entry::slug)
                .collect(toUnmodifiableSet());
    }

    /** Title, other names and plural. */
    static List<String> names(Entry entry) {
        List<String> names = new ArrayList<>();
        names.add(entry.title());
        entry.about().aliases().forEach(alias -> names.add(alias.text()));
        entry.about().plural().ifPresent(plural -> names.add(plural.text()));
        return names;
    }

    /** Slugs of known terms without repetition, as readers look for them. */
    List<String> byTitle(Collection<String> slugs) {
        SortedMap<Integer, String> inOrder = new TreeMap<>();
        for (String slug : slugs) {
            Integer rank = ranks.get(slug);
            if (rank != null) {
                inOrder.put(rank, slug);
            }
        }
        return List.copyOf(inOrder.values());
    }

    /** The place of each term among all, by title; compared once for all lists of terms. */
    private static Map<String, Integer> ranks(Collection<Entry> entries) {
        Map<String, Integer> ranks = new HashMap<>();
        SortKey.sorted(entries, Entry::title, Entry::slug).forEach(entry -> ranks.put(entry.slug(), ranks.size()));
        return ranks;
    }
}
