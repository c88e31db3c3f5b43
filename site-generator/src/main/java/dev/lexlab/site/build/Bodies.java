package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.highlight.Highlighter;
import dev.lexlab.site.model.Body;
import dev.lexlab.site.model.OutwardLink;
import dev.lexlab.site.model.Picture;
import dev.lexlab.site.parse.ParsedContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The steps that make a draft's body final, in the one order they stand here. */
final class Bodies {
    private final PageLinks pageLinks;
    private final TermLinks termLinks;
    private final AutoLinks autoLinks;
    private final Citations citations;
    private final Figures figures;
    private final Callouts callouts;
    private final TestedCode testedCode;
    private final CodeBlocks codeBlocks;
    private final Map<String, Body> bodies = new HashMap<>();
    private final Map<String, List<String>> sources = new HashMap<>();

    Bodies(Drafts drafts, Glossary glossary, ParsedContent content, Problems problems) {
        pageLinks = new PageLinks(drafts, glossary, problems);
        termLinks = new TermLinks(glossary);
        autoLinks = new AutoLinks(new TermMatcher(glossary));
        citations = new Citations(content.sources(), problems);
        figures = new Figures(content, problems);
        callouts = new Callouts(problems);
        testedCode = new TestedCode(content, problems);
        codeBlocks = new CodeBlocks(Highlighter.create(), problems);
        drafts.all().forEach(this::finish);
        figures.tellUnused(content.roots().name(content.roots().content().resolve("assets/credits.yml")));
    }

    private void finish(Draft draft) {
        Element body = draft.body();
        pageLinks.resolve(draft);
        termLinks.resolve(draft);
        sources.put(draft.url(), citations.resolve(draft));
        figures.resolve(draft);
        callouts.check(draft);
        testedCode.check(draft);
        codeBlocks.highlight(draft);
        autoLinks.add(draft);
        body.select("table")
                .wrap("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"></div>");
        body.select("[data-at]").removeAttr("data-at");
        List<Body.Heading> headings = new ArrayList<>();
        body.select("h2[id]").forEach(heading -> headings.add(new Body.Heading(heading.id(), heading.text())));
        List<String> terms = List.copyOf(TermLinks.used(body));
        bodies.put(draft.url(), new Body(body.html(), List.copyOf(headings), terms));
    }

    /** By the address of the page. */
    Body body(String url) {
        return bodies.getOrDefault(url, new Body("", List.of(), List.of()));
    }

    /** What the pages show. */
    List<Picture> pictures() {
        return figures.pictures();
    }

    /** Links of all bodies that leave the site. */
    List<OutwardLink> outward() {
        return pageLinks.outward();
    }

    /** Ids of a page's sources in their order on the page. */
    List<String> sources(String url) {
        return sources.getOrDefault(url, List.of());
    }
}
