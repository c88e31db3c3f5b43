package dev.lexlab.site.build;

import static java.util.stream.Collectors.toCollection;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.dom.Query;
import dev.lexlab.site.scan.Markup;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jsoup.nodes.Element;

/** Whether every number in code is explained, and every explanation belongs to a number. */
final class Callouts {
    private final Problems problems;

    Callouts(Problems problems) {
        this.problems = problems;
    }

    void check(Draft draft) {
        if (draft.found().all("b").isEmpty()) {
            return;
        }
        for (Element pre : draft.found().all("pre")) {
            SortedSet<Integer> numbers = Query.all(pre, "b.conum").eachAttr("data-n").stream()
                    .map(Integer::valueOf)
                    .collect(toCollection(TreeSet::new));
            if (numbers.isEmpty()) {
                continue;
            }
            Element list = pre.nextElementSibling();
            int explained = list != null && list.hasClass("callouts") ? list.childrenSize() : 0;
            for (int number : numbers.tailSet(explained + 1)) {
                problems.add(
                        draft.find("<" + number + ">"),
                        "callout <" + number + "> is not explained",
                        "the list below the code needs an item for it");
            }
            tellExplanationsOfNothing(draft, numbers, explained);
        }
    }

    /** In AsciiDoc its engine tells. */
    private void tellExplanationsOfNothing(Draft draft, SortedSet<Integer> numbers, int explained) {
        if (draft.page().file().source().markup() != Markup.MARKDOWN) {
            return;
        }
        for (int number = 1; number <= explained; number++) {
            if (numbers.contains(number)) {
                continue;
            }
            problems.add(
                    draft.find("<" + numbers.first() + ">"),
                    "item " + number + " of the list below this code explains no callout",
                    "put <" + number + "> at the end of the line it is about");
        }
    }
}
