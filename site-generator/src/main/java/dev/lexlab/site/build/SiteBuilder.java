package dev.lexlab.site.build;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.OutwardLink;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import dev.lexlab.site.model.Unchanged;
import dev.lexlab.site.parse.ParsedContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The door: what was read to the whole site as data. */
public final class SiteBuilder {
    private final Problems problems;
    private final KeptBodies kept;

    /**
     * A builder for one build.
     *
     * @param kept what the build before has left, and filled for the next one
     */
    public SiteBuilder(Problems problems, KeptBodies kept) {
        this.problems = problems;
        this.kept = kept;
    }

    /**
     * Looks everything up. What is wrong is among the problems, and then the site is not to be shown.
     *
     * @param baseUrl instead of the one in site.yml
     */
    public Site build(ParsedContent content, List<LabDefinition> labs, Optional<String> baseUrl) {
        Glossary glossary = new GlossaryBuilder(problems).build(content.pages());
        Unchanged unchanged = kept.unchanged();
        unchanged.next();
        Labs labPages = new Labs(content, glossary, problems);
        List<Manuscript> manuscripts = new ArrayList<>();
        glossary.all()
                .forEach(entry -> manuscripts.add(new Manuscript(
                        entry.page(),
                        entry.url(),
                        entry.slug(),
                        entry.title(),
                        glossary.near(entry.concept(), entry.declared()))));
        manuscripts.addAll(labPages.guides(labs));
        Bodies bodies = new Bodies(manuscripts, glossary, content, kept, problems);
        List<LabPage> pages = labPages.pages(labs, bodies);
        CitedSources sources = new CitedSources(content.sources(), glossary, bodies, unchanged);
        Map<String, Term> terms = new Terms(content, glossary, bodies, sources, pages, unchanged).all();
        List<Concept> concepts = new Navigation(content.config(), glossary, problems).concepts(terms, labs);
        return new Site(
                content.config().title(),
                content.config().tagline(),
                slashed(baseUrl.orElse(content.config().baseUrl())),
                concepts,
                Collections.unmodifiableMap(inReadingOrder(concepts)),
                sources.all(),
                pages,
                bodies.pictures(),
                changed(manuscripts, content),
                content.config().redirects(),
                outward(content, bodies));
    }

    private static Map<String, String> changed(List<Manuscript> manuscripts, ParsedContent content) {
        Map<String, String> days = new TreeMap<>();
        for (Manuscript manuscript : manuscripts) {
            String day = content.changed().get(manuscript.page().file().name());
            if (day != null) {
                days.put(manuscript.url(), day);
            }
        }
        return Collections.unmodifiableMap(days);
    }

    private static List<OutwardLink> outward(ParsedContent content, Bodies bodies) {
        List<OutwardLink> links = new ArrayList<>(bodies.outward());
        content.sources().values().forEach(source -> links.add(new OutwardLink(source.url(), source.urlPlace())));
        return List.copyOf(links);
    }

    private static String slashed(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    private static Map<String, Term> inReadingOrder(List<Concept> concepts) {
        Map<String, Term> terms = new LinkedHashMap<>();
        for (Concept concept : concepts) {
            concept.inReadingOrder().forEach(term -> terms.put(term.slug(), term));
        }
        return terms;
    }
}
