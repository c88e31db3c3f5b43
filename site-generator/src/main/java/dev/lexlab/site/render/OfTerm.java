package dev.lexlab.site.render;

import dev.lexlab.site.model.PlainText;
import dev.lexlab.site.model.Term;
import java.util.List;

/**
 * What a page shows that its term alone decides.
 *
 * @param description the definition without markup
 * @param minutes to read the text, see {@link ReadingTime}
 */
record OfTerm(String description, int minutes, List<Reference> references) {

    static OfTerm of(Term term) {
        return new OfTerm(
                PlainText.of(term.definition()), ReadingTime.minutes(term.body()), List.copyOf(Reference.of(term)));
    }
}
