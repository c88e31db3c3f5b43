package dev.lexlab.site.render;

import static java.util.Comparator.comparing;

import dev.lexlab.site.model.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A letter of the glossary.
 *
 * @param name A to Z, or {@code #} for what begins with anything else
 * @param entries by title; none where nothing begins with it
 */
record Letter(String name, List<Entry> entries) {
    private static final String LETTERS = "#ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /**
     * A line of the glossary.
     *
     * @param concept title of the term's
     * @param alias whether the title is another name, which only points to the term
     */
    record Entry(String title, Brief term, String concept, boolean alias) {

        private static Entry of(String title, Term term, Map<String, String> concepts, boolean alias) {
            return new Entry(title, Brief.of(term), concepts.getOrDefault(term.concept(), ""), alias);
        }
    }

    /** @param concepts titles by slug */
    static List<Letter> of(Collection<Term> terms, Map<String, String> concepts) {
        List<Entry> entries = new ArrayList<>();
        for (Term term : terms) {
            entries.add(Entry.of(term.title(), term, concepts, false));
            term.aliases().forEach(alias -> entries.add(Entry.of(alias, term, concepts, true)));
        }
        entries.sort(comparing((Entry entry) -> entry.title().toLowerCase(Locale.ROOT))
                .thenComparing(Entry::title)
                .thenComparing(entry -> entry.term().slug()));
        return LETTERS.chars()
                .mapToObj(letter -> String.valueOf((char) letter))
                .map(name -> new Letter(
                        name,
                        entries.stream()
                                .filter(entry -> initial(entry.title()).equals(name))
                                .toList()))
                .filter(letter ->
                        !letter.name().equals("#") || !letter.entries().isEmpty())
                .toList();
    }

    private static String initial(String title) {
        String first = title.substring(0, 1).toUpperCase(Locale.ROOT);
        return LETTERS.contains(first) ? first : "#";
    }
}
