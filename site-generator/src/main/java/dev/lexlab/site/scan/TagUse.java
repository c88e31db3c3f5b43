package dev.lexlab.site.scan;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which tags of included files pages show. One that no page shows is left over from an edit, or somebody mistyped its name: in a file
 * that pages quote, that is a fault.
 */
final class TagUse {
    private final Problems problems;
    private final Map<String, Tags> files = new TreeMap<>();
    private final Map<String, Set<String>> used = new TreeMap<>();
    private final List<Use> uses = new ArrayList<>();

    /**
     * That a page includes a file.
     *
     * @param tag the part of it; none for all of it
     */
    record Use(String file, Tags tags, Optional<String> tag) {}

    /** All that were noted. */
    List<Use> all() {
        return List.copyOf(uses);
    }

    /** Notes what another has noted. */
    void again(List<Use> kept) {
        for (Use use : kept) {
            file(use.file(), use.tags());
            use.tag().ifPresent(tag -> tag(use.file(), tag));
        }
    }

    TagUse(Problems problems) {
        this.problems = problems;
    }

    /** Notes that a page includes a file, and says what is wrong with its marks the first time. */
    void file(String name, Tags tags) {
        uses.add(new Use(name, tags, Optional.empty()));
        if (files.putIfAbsent(name, tags) == null) {
            tags.faults()
                    .forEach((line, what) ->
                            problems.add(Place.of(name, line), what, "each tag::name[] has its end::name[] below it"));
        }
    }

    void tag(String file, String tag) {
        Tags tags = files.get(file);
        if (tags != null) {
            uses.add(new Use(file, tags, Optional.of(tag)));
        }
        used.computeIfAbsent(file, any -> new TreeSet<>()).add(tag);
    }

    /** Somebody named a tag that is not in this file: who was meant is not known, so none of its tags is told as left over. */
    void doubtful(String file) {
        Tags tags = files.get(file);
        if (tags != null) {
            tags.names().forEach(tag -> tag(file, tag));
        }
    }

    /** Call when every page was read. */
    void tellOrphans() {
        files.forEach((name, tags) -> tags.begins().forEach((tag, line) -> {
            if (!used.getOrDefault(name, Set.of()).contains(tag)) {
                problems.add(
                        Place.of(name, line),
                        "no page shows tag '" + tag + "'",
                        "include it with [tag=" + tag + "], or take its marks away");
            }
        }));
    }
}
