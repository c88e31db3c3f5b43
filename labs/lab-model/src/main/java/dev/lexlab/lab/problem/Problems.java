package dev.lexlab.lab.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that a run found wrong, so that it is told once and at once. Safe to fill from several threads. */
public final class Problems {
    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::place).thenComparing(Problem::what).thenComparing(Problem::hint);

    private final Set<Problem> found = new LinkedHashSet<>();
    private final Set<Problem> notes = new LinkedHashSet<>();

    public synchronized void add(Place place, String what, String hint) {
        found.add(new Problem(place, what, hint));
    }

    /** Something that its author should know and that stops nobody. */
    public synchronized void note(Place place, String what, String hint) {
        notes.add(new Problem(place, what, hint));
    }

    public synchronized void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    /** Takes over what another has found and remarked. */
    public synchronized void addAll(Problems others) {
        found.addAll(others.sorted());
        notes.addAll(others.notes());
    }

    /** Whether there is nothing to tell, no remark either. */
    public synchronized boolean isSilent() {
        return found.isEmpty() && notes.isEmpty();
    }

    public synchronized boolean isEmpty() {
        return found.isEmpty();
    }

    /** Each problem once, by place. */
    public synchronized List<Problem> sorted() {
        return sorted(found);
    }

    /** Each remark once, by place. */
    public synchronized List<Problem> notes() {
        return sorted(notes);
    }

    private static List<Problem> sorted(Set<Problem> some) {
        List<Problem> list = new ArrayList<>(some);
        list.sort(BY_PLACE);
        return List.copyOf(list);
    }

    /** Ends the reading of something that cannot be used. */
    public void throwIfAny() throws ProblemsFound {
        if (!isEmpty()) {
            throw new ProblemsFound(sorted());
        }
    }
}
