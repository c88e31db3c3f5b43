package dev.lexlab.site.build;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.YamlText;
import dev.lexlab.site.parse.FrontMatter;
import dev.lexlab.site.parse.RawSource;
import dev.lexlab.site.scan.PageFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Numbers the sources of a page: those of its front matter in that order, then others as the text cites them. */
final class Citations {
    private final Map<String, RawSource> sources;
    private final Problems problems;

    Citations(Map<String, RawSource> sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    /** Ids of the page's sources, the first numbered 1. */
    List<String> resolve(Draft draft) {
        List<String> ids = new ArrayList<>();
        draft.page().frontMatter().map(FrontMatter::sources).orElse(List.of()).forEach(id -> {
            if (isKnown(id.text(), id.place())) {
                ids.add(id.text());
            }
        });
        draft.page().frontMatter().map(FrontMatter::further).orElse(List.of()).forEach(this::isKnown);
        Map<String, Integer> counts = new HashMap<>();
        for (Element citation : draft.found().all("a")) {
            if (!citation.attr("data-ref").equals("cite")) {
                continue;
            }
            Place place = draft.place(citation);
            if (draft.page().file().kind() == PageFile.Kind.GUIDE) {
                problems.add(place, "a guide cites no source", "link the term whose page does");
            } else if (isKnown(citation.attr("href"), place)) {
                number(citation, ids, counts);
            }
        }
        return List.copyOf(ids);
    }

    private static void number(Element citation, List<String> ids, Map<String, Integer> counts) {
        String id = citation.attr("href");
        if (!ids.contains(id)) {
            ids.add(id);
        }
        int number = ids.indexOf(id) + 1;
        int count = counts.merge(id, 1, Integer::sum);
        if (citation.previousSibling() instanceof TextNode before) {
            before.text(before.getWholeText().stripTrailing()); // the number belongs to the word before it
        }
        citation.clearAttributes()
                .attr("href", "#source-" + number)
                .attr("id", "cite-" + number + "-" + count)
                .text("[" + number + "]");
        Element mark = new Element("sup").attr("class", "cite");
        citation.replaceWith(mark);
        mark.appendChild(citation);
    }

    private boolean isKnown(YamlText id) {
        return isKnown(id.text(), id.place());
    }

    private boolean isKnown(String id, Place place) {
        if (!sources.containsKey(id)) {
            String known = DidYouMean.hint(id, sources.keySet());
            String hint = known.isEmpty() ? "add it there, with the day you read it" : known;
            problems.add(place, "source '" + id + "' is not in sources.yml", hint);
        }
        return sources.containsKey(id);
    }
}
