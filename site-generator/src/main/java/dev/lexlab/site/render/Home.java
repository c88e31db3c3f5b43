package dev.lexlab.site.render;

import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.Myth;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What only the first page shows.
 *
 * @param lead what follows the headline
 * @param example an entry of the glossary; one that can be practised, else simply the first
 */
record Home(String lead, Optional<Example> example, int terms, List<Tile> tiles) {

    /**
     * An entry as a specimen.
     *
     * @param concept its title
     */
    record Example(Brief term, String concept, Optional<Myth> myth, Optional<Term.TaskLink> task) {}

    /** A concept with the number of its terms. */
    record Tile(String title, String url, String summary, int terms, List<Link> labs) {}

    static Home of(Site site, Map<String, LabPage> labs) {
        List<Example> entries = site.concepts().stream()
                .flatMap(concept -> concept.terms().stream().map(term -> example(term, concept)))
                .toList();
        return new Home(
                Tagline.of(site.tagline()).lead(),
                entries.stream()
                        .filter(entry -> entry.task().isPresent())
                        .findFirst()
                        .or(() -> entries.stream().findFirst()),
                site.terms().size(),
                site.concepts().stream().map(concept -> tile(concept, labs)).toList());
    }

    private static Example example(Term term, Concept concept) {
        return new Example(
                Brief.of(term),
                concept.title(),
                term.myths().stream().findFirst(),
                term.tasks().stream().findFirst());
    }

    private static Tile tile(Concept concept, Map<String, LabPage> labs) {
        return new Tile(
                concept.title(),
                concept.headword().url(),
                concept.summary(),
                concept.terms().size() + 1,
                concept.labs().stream()
                        .map(labs::get)
                        .map(lab -> new Link(lab.title(), lab.url()))
                        .toList());
    }
}
