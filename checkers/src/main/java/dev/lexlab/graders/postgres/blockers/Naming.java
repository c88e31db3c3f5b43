package dev.lexlab.graders.postgres.blockers;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whom an answer names, against whom it should have named. */
record Naming(Set<String> expected, List<String> seen) {
    private static final int SHOWN = 20;

    Naming {
        expected = new TreeSet<>(expected);
        seen = List.copyOf(seen);
    }

    boolean isRight() {
        return seen.size() == expected.size() && expected.equals(new TreeSet<>(seen));
    }

    /** Named, and should not have been; in the same order whatever the order of rows. */
    Set<String> extra() {
        Set<String> extra = new TreeSet<>(seen);
        extra.removeAll(expected);
        return extra;
    }

    Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>(expected);
        seen.forEach(missing::remove);
        return missing;
    }

    Set<String> right() {
        Set<String> right = new LinkedHashSet<>(expected);
        right.retainAll(new TreeSet<>(seen));
        return right;
    }

    /** Named more than once, though rightly. */
    boolean repeats() {
        return new TreeSet<>(seen).size() < seen.size();
    }

    static String inWords(Collection<String> names) {
        if (names.isEmpty()) {
            return "nobody";
        }
        String shown = names.stream().sorted().limit(SHOWN).collect(joining(", "));
        return names.size() <= SHOWN ? shown : shown + " and more, " + names.size() + " rows in all";
    }
}
