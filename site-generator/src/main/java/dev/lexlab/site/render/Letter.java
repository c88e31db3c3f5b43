package dev.lexlab.site.render;

import dev.lexlab.site.model.SortKey;
import dev.lexlab.site.model.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A letter of the glossary.
 *
 * @param name A to Z, also for letters with marks; then those of other alphabets; and {@code #}, which comes first, for digits, signs
 *     and the writings that have no alphabet
 * @param entries by title; none where nothing begins with it
 */
record Letter(String name, List<Entry> entries) {
    private static final String ALWAYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String OTHER = "#";

    /**
     * A line of the glossary.
     *
     * @param concept title of the term's
     * @param alias whether the title is another name, which only points to the term
     */
    record Entry(String title, Brief term, String concept, boolean alias) {}

    /**
     * All of them.
     *
     * @param briefs of the terms, by slug
     * @param concepts titles by slug
     */
    static List<Letter> of(Collection<Term> terms, Map<String, Brief> briefs, Map<String, String> concepts) {
        List<Entry> entries = new ArrayList<>();
        for (Term term : terms) {
            Brief brief = Objects.requireNonNull(briefs.get(term.slug()), term.slug());
            String concept = concepts.getOrDefault(term.concept(), "");
            entries.add(new Entry(term.title(), brief, concept, false));
            term.aliases().forEach(alias -> entries.add(new Entry(alias, brief, concept, true)));
        }
        // "#" stands before all letters, and the alphabets in the order of their characters.
        Map<String, List<Entry>> byLetter = new TreeMap<>();
        ALWAYS.chars().forEach(letter -> byLetter.put(String.valueOf((char) letter), new ArrayList<>()));
        SortKey.sorted(entries, Entry::title, entry -> entry.term().slug())
                .forEach(entry -> byLetter.computeIfAbsent(initial(entry.title()), unused -> new ArrayList<>())
                        .add(entry));
        return byLetter.entrySet().stream()
                .map(letter -> new Letter(letter.getKey(), List.copyOf(letter.getValue())))
                .toList();
    }

    private static String initial(String title) {
        String key = SortKey.of(title);
        int first = key.isEmpty() ? ' ' : key.codePointAt(0);
        boolean isOfAnAlphabet = Character.isLetter(first) && !Character.isIdeographic(first);
        return isOfAnAlphabet ? Character.toString(first).toUpperCase(Locale.ROOT) : OTHER;
    }
}
