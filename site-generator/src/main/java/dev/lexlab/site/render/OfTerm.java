package dev.lexlab.site.render;

import dev.lexlab.site.model.PlainText;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import java.util.List;

/**
 * What pages show that a term alone decides, in a site of one name and place.
 *
 * @param description the definition without markup
 * @param minutes to read the text, see {@link ReadingTime}
 */
record OfTerm(
        Brief brief, Link link, StructuredData about, String description, int minutes, List<Reference> references) {

    static OfTerm of(Site site, Term term) {
        return new OfTerm(
                Brief.of(term),
                Link.to(term),
                StructuredData.of(site, term),
                PlainText.of(term.definition()),
                ReadingTime.minutes(term.body()),
                List.copyOf(Reference.of(term)));
    }
}
