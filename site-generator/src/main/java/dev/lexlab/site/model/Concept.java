package dev.lexlab.site.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the big subjects.
 *
 * @param slug its folder in content and its place in the address
 * @param title as navigation names it: {@code Containers}
 * @param summary one sentence
 * @param headword the term its overview page defines: Docker
 * @param terms the others, in reading order
 * @param labs slugs of the labs that practise it
 */
public record Concept(String slug, String title, String summary, Term headword, List<Term> terms, List<String> labs) {

    /** The headword and the others. */
    public List<Term> inReadingOrder() {
        return Stream.concat(Stream.of(headword), terms.stream()).toList();
    }
}
