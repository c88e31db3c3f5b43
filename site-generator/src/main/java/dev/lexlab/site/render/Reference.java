package dev.lexlab.site.render;

import dev.lexlab.site.model.Source;
import dev.lexlab.site.model.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * A numbered source of a page.
 *
 * @param number from 1
 * @param citations anchors in the text that cite it, in order; empty where the text as a whole rests on it
 */
record Reference(int number, Source source, List<String> citations) {

    static List<Reference> of(Term term) {
        List<Reference> references = new ArrayList<>();
        for (Source source : term.sources()) {
            int number = references.size() + 1;
            references.add(
                    new Reference(number, source, citations(number, term.body().html())));
        }
        return references;
    }

    /** The text's anchors are numbered without a gap, so the first missing one ends the series. */
    private static List<String> citations(int number, String html) {
        List<String> anchors = new ArrayList<>();
        if (!html.contains("id=\"cite-")) {
            return anchors;
        }
        String anchor = "cite-" + number + "-1";
        while (html.contains("id=\"" + anchor + "\"")) {
            anchors.add(anchor);
            anchor = "cite-" + number + "-" + (anchors.size() + 1);
        }
        return anchors;
    }
}
