package dev.lexlab.site.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One page of a corpus: what others must know of it.
 *
 * @param number from 0
 * @param title no other page's
 * @param slug of file names and addresses, no other page's
 */
record CorpusPage(int number, String title, String concept, String slug) {

    /** The first so many pages. A larger corpus begins with all titles of a smaller one. */
    static List<CorpusPage> first(int count) {
        List<CorpusPage> pages = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String title = title(number);
            String slug = title.toLowerCase(Locale.ROOT).replace(' ', '-');
            pages.add(new CorpusPage(number, title, Words.CONCEPTS.get(number % Words.CONCEPTS.size()), slug));
        }
        return List.copyOf(pages);
    }

    /** Each pair of words once, far from its like; then the same pairs in one place after the other. */
    private static String title(int number) {
        int kinds = Words.KINDS.size();
        int things = Words.THINGS.size();
        int lap = number / (kinds * things);
        if (lap > Words.PLACES.size()) {
            throw new IllegalArgumentException("there are titles for " + most() + " pages, and not for " + number);
        }
        String pair =
                Words.KINDS.get(number % kinds) + " " + Words.THINGS.get((number / kinds + number % kinds) % things);
        return lap == 0 ? pair : pair + " " + Words.PLACES.get(lap - 1);
    }

    /** How many pages there can be. */
    static int most() {
        return Words.KINDS.size() * Words.THINGS.size() * (Words.PLACES.size() + 1);
    }
}
