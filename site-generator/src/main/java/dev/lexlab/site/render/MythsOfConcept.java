package dev.lexlab.site.render;

import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.Myth;
import dev.lexlab.site.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The myths of one concept, in reading order. */
record MythsOfConcept(Concept concept, List<Entry> entries) {

    /**
     * A myth and where it is told.
     *
     * @param number of the myth on its term's page, from 1
     */
    record Entry(Term term, int number, Myth myth) {}

    static MythsOfConcept of(Concept concept) {
        List<Entry> entries = new ArrayList<>();
        Stream.concat(Stream.of(concept.headword()), concept.terms().stream()).forEach(term -> {
            for (int i = 0; i < term.myths().size(); i++) {
                entries.add(new Entry(term, i + 1, term.myths().get(i)));
            }
        });
        return new MythsOfConcept(concept, entries);
    }
}
