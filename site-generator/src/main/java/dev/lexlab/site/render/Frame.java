package dev.lexlab.site.render;

import dev.lexlab.site.model.Site;
import java.util.List;

/**
 * What every page shows of its site.
 *
 * @param headline the tagline's first sentence
 * @param concepts each by its first page
 * @param hasLabs whether there is anything to practise
 * @param hasBook whether there is a page with all terms
 */
record Frame(String title, String headline, List<Link> concepts, boolean hasBook, boolean hasLabs) {

    static Frame of(Site site) {
        return new Frame(
                site.title(),
                Tagline.of(site.tagline()).headline(),
                site.concepts().stream()
                        .map(concept ->
                                new Link(concept.title(), concept.headword().url()))
                        .toList(),
                Book.isFor(site),
                !site.labs().isEmpty());
    }
}
