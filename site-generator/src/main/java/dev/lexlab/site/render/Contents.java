package dev.lexlab.site.render;

import dev.lexlab.site.model.Body.Heading;
import dev.lexlab.site.model.LabPage.TaskPage;
import dev.lexlab.site.model.Term;
import java.util.ArrayList;
import java.util.List;

/** A page's own table of contents: the author's sections and ours. Our anchors begin with {@code lx-}, theirs never do. */
final class Contents {
    /** With fewer sections a reader sees the whole page at once. */
    private static final int FEWEST = 3;

    private Contents() {}

    static List<Heading> of(Term term, boolean overview, boolean hasMap) {
        List<Heading> headings = new ArrayList<>(term.body().headings());
        addIf(headings, overview, "lx-terms", "Learning path");
        addIf(headings, hasMap, "lx-map", "What rests on what");
        addIf(headings, !term.myths().isEmpty(), "lx-myths", "Myths");
        addIf(headings, !term.tasks().isEmpty(), "lx-practise", "Practise it");
        addIf(headings, !term.sources().isEmpty(), "lx-sources", "Sources");
        return enough(headings);
    }

    static List<Heading> of(TaskPage task) {
        List<Heading> headings = new ArrayList<>(task.guide().headings());
        headings.add(new Heading("lx-begin", "Begin"));
        addIf(headings, !task.machines().isEmpty(), "lx-around", "Around you");
        headings.add(new Heading("lx-checks", "What is checked"));
        addIf(headings, !task.hints().isEmpty(), "lx-hints", "Hints");
        return enough(headings);
    }

    private static void addIf(List<Heading> headings, boolean wanted, String id, String title) {
        if (wanted) {
            headings.add(new Heading(id, title));
        }
    }

    private static List<Heading> enough(List<Heading> headings) {
        return headings.size() < FEWEST ? List.of() : headings;
    }
}
