package dev.lexlab.site.render;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.Myth;
import dev.lexlab.site.model.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * The myths of one concept, in reading order.
 *
 * @param slug of the concept
 * @param title of the concept
 */
record MythsOfConcept(String slug, String title, List<Entry> entries) {

    /**
     * A myth and where it is told.
     *
     * @param number of the myth on its term's page, from 1
     * @param id names its question, for the answers that a browser keeps
     * @param truthFirst whether its question begins with what is so
     */
    record Entry(Link term, int number, Myth myth, String id, boolean truthFirst) {

        /** Half of the truths stand first in their questions, always the same ones. */
        static Entry of(Term term, int number) {
            String id = term.slug() + "-" + number;
            boolean truthFirst = (Hashes.of(id).charAt(0) & 1) == 0;
            return new Entry(Link.to(term), number, term.myths().get(number - 1), id, truthFirst);
        }
    }

    static MythsOfConcept of(Concept concept) {
        List<Entry> entries = new ArrayList<>();
        concept.inReadingOrder().forEach(term -> {
            for (int i = 0; i < term.myths().size(); i++) {
                entries.add(Entry.of(term, i + 1));
            }
        });
        return new MythsOfConcept(concept.slug(), concept.title(), entries);
    }
}
