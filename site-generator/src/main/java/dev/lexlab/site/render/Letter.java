package dev.lexlab.site.render;

import static java.util.Comparator.comparing;

import dev.lexlab.site.model.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

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
     * @param alias whether the title is another name, which only points to the term
     */
    record Entry(String title, Term term, boolean alias) {}

    static List<Letter> of(Collection<Term> terms) {
        List<Entry> entries = new ArrayList<>();
        for (Term term : terms) {
            entries.add(new Entry(term.title(), term, false));
            term.aliases().forEach(alias -> entries.add(new Entry(alias, term, true)));
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
