package dev.lexlab.graders.postgres.blockers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sessions, some of them in others' way.
 *
 * @param given what is there before
 * @param knots sessions that have to do with each other, in the order in which they come; no knot has to do with another
 */
record Scene(List<String> given, List<List<Part>> knots) {
    Scene {
        given = List.copyOf(given);
        knots = knots.stream().map(List::copyOf).toList();
    }

    List<Part> parts() {
        return knots.stream().flatMap(List::stream).toList();
    }

    boolean has(String name) {
        return parts().stream().anyMatch(part -> part.name().equals(name));
    }

    Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody is called " + name));
    }

    /** Who waits behind each session that others wait for and that waits for nobody. */
    Map<String, Set<String>> roots() {
        Map<String, Set<String>> roots = new LinkedHashMap<>();
        for (Part part : parts()) {
            Set<String> behind = behind(part.name());
            if (!part.waits() && !behind.isEmpty()) {
                roots.put(part.name(), behind);
            }
        }
        return roots;
    }

    /** Who waits for a session, directly or behind others. Blockers come before those that they block. */
    Set<String> behind(String name) {
        Set<String> found = new LinkedHashSet<>();
        for (Part part : parts()) {
            if (part.behind().stream().anyMatch(blocker -> blocker.equals(name) || found.contains(blocker))) {
                found.add(part.name());
            }
        }
        return found;
    }

    long directlyBehind(String name) {
        return parts().stream().filter(part -> part.behind().contains(name)).count();
    }

    /** As much of it as these sessions have to do with. */
    Scene around(Set<String> names) {
        return new Scene(
                given,
                knots.stream()
                        .filter(knot -> knot.stream().anyMatch(part -> names.contains(part.name())))
                        .toList());
    }

    /** With further sessions that come before all others. */
    Scene amid(List<Part> bystanders) {
        List<List<Part>> all = new ArrayList<>();
        bystanders.forEach(part -> all.add(List.of(part)));
        all.addAll(knots);
        return new Scene(given, all);
    }
}
