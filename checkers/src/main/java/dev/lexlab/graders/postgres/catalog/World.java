package dev.lexlab.graders.postgres.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies in the database beside the learner's views.
 *
 * @param whenNothing diagnosis where a view lists nothing of it at all
 * @param clues mistakes that show in several cases at once
 */
record World(List<Case> cases, String whenNothing, List<Clue> clues) {

    World {
        cases = List.copyOf(cases);
        clues = List.copyOf(clues);
    }

    static World of(List<Case> cases) {
        return new World(cases, "finds-nothing", List.of());
    }

    World clue(Case lost, Case found, String diagnosis) {
        List<Clue> all = new ArrayList<>(clues);
        all.add(new Clue(lost, found, diagnosis));
        return new World(cases, whenNothing, all);
    }

    World whenNothing(String diagnosis) {
        return new World(cases, diagnosis, clues);
    }

    List<Row> listedBy(View view) {
        return cases.stream().flatMap(each -> each.listedBy(view).stream()).toList();
    }

    Optional<Case> about(Row row) {
        return cases.stream().filter(each -> each.isAbout(row)).findFirst();
    }

    /** The one is not listed, while the other is. */
    record Clue(Case lost, Case found, String diagnosis) {}
}
