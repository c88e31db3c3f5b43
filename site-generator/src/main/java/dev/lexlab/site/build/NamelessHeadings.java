package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Problems;
import java.util.List;
import org.jsoup.nodes.Element;

/** Headings of signs alone, out of which no engine makes an id: nobody could link to them, and tables of contents do. */
final class NamelessHeadings {
    private NamelessHeadings() {}

    static void refuse(Draft draft, List<Element> headings, Problems problems) {
        for (Element heading : headings) {
            if (heading.id().isEmpty()) {
                problems.add(
                        draft.place(heading),
                        "heading '" + Shortened.of(heading.text()) + "' has no letter or digit to make its address of",
                        "write a word into it");
            }
        }
    }
}
