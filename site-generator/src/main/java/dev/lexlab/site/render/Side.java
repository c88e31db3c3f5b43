package dev.lexlab.site.render;

import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.LabPage;
import java.util.List;
import java.util.Map;

/**
 * What stands at the side of a concept's pages: names and addresses alone, so that an edit of one text changes no other page.
 *
 * @param title of the concept
 * @param overview address of its first page
 */
record Side(String title, String overview, List<Link> terms, List<Lab> labs) {

    /** A lab that practises the concept. */
    record Lab(String title, String url, List<Link> tasks) {}

    static Side of(Concept concept, Map<String, LabPage> labs) {
        return new Side(
                concept.title(),
                concept.headword().url(),
                concept.terms().stream().map(Link::to).toList(),
                concept.labs().stream().map(labs::get).map(Side::lab).toList());
    }

    private static Lab lab(LabPage lab) {
        return new Lab(
                lab.title(),
                lab.url(),
                lab.tasks().stream()
                        .map(task -> new Link(task.title(), task.url()))
                        .toList());
    }
}
