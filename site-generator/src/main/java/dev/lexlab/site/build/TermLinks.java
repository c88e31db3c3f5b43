package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.dom.Query;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Makes links of the terms that an author names. */
final class TermLinks {
    private final Glossary glossary;
    private final Problems problems;

    TermLinks(Glossary glossary, Problems problems) {
        this.glossary = glossary;
        this.problems = problems;
    }

    void resolve(Draft draft) {
        for (Element link : draft.found().all("a")) {
            if (!link.attr("data-ref").equals("term")) {
                continue;
            }
            String slug = link.attr("href");
            glossary.require(slug, draft.place(link), problems).ifPresent(entry -> {
                if (link.childNodeSize() == 0) {
                    link.text(beginsBlock(link) ? entry.title() : entry.titleInText());
                }
                link(link.clearAttributes(), draft.url(), entry);
            });
        }
    }

    static void link(Element link, String from, Entry to) {
        link.attr("class", "term").attr("href", Relative.link(from, to.url())).attr("data-term", to.slug());
    }

    private static boolean beginsBlock(Element link) {
        Node before = link.previousSibling();
        if (before instanceof TextNode text) {
            String words = text.getWholeText().stripTrailing();
            return words.endsWith(".") && !words.endsWith("e.g.");
        }
        return before == null && link.parent() != null && link.parent().isBlock();
    }

    /** Slugs in order of first use. */
    static Set<String> used(Element body) {
        Set<String> slugs = new LinkedHashSet<>();
        Query.all(body, "a[data-term]").forEach(link -> slugs.add(link.attr("data-term")));
        return slugs;
    }
}
