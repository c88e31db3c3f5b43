package dev.lexlab.site.bench;

import java.util.List;

/**
 * What to measure.
 *
 * @param pages how many each course has; at least one, each at least 1
 * @param rounds of builds, at least 1, beside the one that warms up
 * @param edits that a server is measured with; 0 leaves it out
 * @param keep whether the folder with courses and sites stays
 */
public record Plan(List<Integer> pages, List<Markup> markups, int rounds, int edits, boolean keep) {

    public Plan {
        pages = pages.stream().distinct().sorted().toList();
        markups = List.copyOf(markups);
        if (pages.isEmpty() || markups.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to measure");
        }
    }

    /** How many pages a course can have at most. */
    public static int mostPages() {
        return CorpusPage.most();
    }

    /** How many the served course has: as many as the goals are about, or else the most there are. */
    int servedPages() {
        return pages.contains(Kind.PAGES) ? Kind.PAGES : pages.get(pages.size() - 1);
    }
}
