package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.dom.Html;
import dev.lexlab.site.highlight.Highlighter;
import dev.lexlab.site.model.Body;
import dev.lexlab.site.model.OutwardLink;
import dev.lexlab.site.model.Passages;
import dev.lexlab.site.parse.ParsedContent;
import java.util.List;
import org.jsoup.nodes.Element;

/** The steps that make a draft's body final, in the one order they stand here. Any number of drafts at a time. */
final class Finishing {
    private final PageTargets targets;
    private final Glossary glossary;
    private final ParsedContent content;
    private final AutoLinks autoLinks;
    private final Figures figures;
    private final TestedCode testedCode;
    private final Highlighter highlighter = Highlighter.create();

    Finishing(PageTargets targets, Glossary glossary, ParsedContent content, Figures figures) {
        this.targets = targets;
        this.glossary = glossary;
        this.content = content;
        this.figures = figures;
        autoLinks = new AutoLinks(new TermMatcher(glossary));
        testedCode = new TestedCode(content);
    }

    /** @param problems filled with what is wrong in this draft */
    FinishedBody finish(Draft draft, Problems problems) {
        Element body = draft.body();
        PageLinks pageLinks = new PageLinks(targets, glossary, problems);
        pageLinks.resolve(draft);
        new TermLinks(glossary, problems).resolve(draft);
        List<String> sources = new Citations(content.sources(), problems).resolve(draft);
        List<Figures.Shown> images = figures.resolve(draft, problems);
        new Callouts(problems).check(draft);
        testedCode.check(draft, problems);
        new CodeBlocks(highlighter, problems).highlight(draft);
        autoLinks.add(draft);
        draft.found().all("table").forEach(Finishing::letScroll);
        draft.found().all().forEach(element -> element.removeAttr("data-at"));
        List<Body.Heading> headings = draft.found().all("h2").stream()
                .filter(heading -> heading.hasAttr("id"))
                .map(heading -> new Body.Heading(heading.id(), heading.text()))
                .toList();
        List<String> terms = List.copyOf(TermLinks.used(body));
        List<OutwardLink> outward = pageLinks.outward();
        Body finished = new Body(Html.inside(body), headings, terms, Passages.of(body));
        return new FinishedBody(finished, sources, outward, images, pageLinks.asked());
    }

    /** A table that is wider than the page moves in a box of its own, also by keys. */
    private static void letScroll(Element table) {
        Element box = new Element("div")
                .attr("class", "table-scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", "Table");
        table.replaceWith(box);
        box.appendChild(table);
    }
}
