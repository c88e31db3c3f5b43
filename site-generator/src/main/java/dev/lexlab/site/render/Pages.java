package dev.lexlab.site.render;

import dev.lexlab.lab.parallel.Parallel;
import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Source;
import dev.lexlab.site.model.Term;
import dev.lexlab.site.model.Unchanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which pages there are, and what each shows. */
final class Pages {
    static final String NOT_FOUND = "404.html";
    static final String GLOSSARY = "glossary.html";
    static final String MYTHS = "myths.html";
    static final String SOURCES = "sources.html";
    static final String BOOK = "book.html";
    static final String LABS = "labs/index.html";

    private final Site site;
    private final Cards cards;
    private final Map<String, LabPage> labs = new HashMap<>();
    private final Map<String, OfTerm> ofTerms = new HashMap<>();
    private final Map<String, Brief> briefs = new HashMap<>();
    private final Map<String, Side> sides = new HashMap<>();
    private final Map<String, String> concepts = new HashMap<>();

    Pages(Site site, Unchanged unchanged) {
        this.site = site;
        String kind = "of a term of " + site.title() + " at " + site.baseUrl();
        site.terms().forEach((slug, term) -> {
            OfTerm own = unchanged.made(kind, slug, term, any -> OfTerm.of(site, any));
            ofTerms.put(slug, own);
            briefs.put(slug, own.brief());
        });
        cards = new Cards(briefs);
        site.labs().forEach(lab -> labs.put(lab.id(), lab));
        site.concepts().forEach(concept -> {
            sides.put(concept.slug(), unchanged.part("side", concept.slug(), Side.of(concept, labs)));
            concepts.put(concept.slug(), concept.title());
        });
    }

    List<Page> all() {
        List<Page> pages = new ArrayList<>();
        pages.add(home());
        site.concepts().forEach(concept -> addConcept(pages, concept));
        pages.add(glossary());
        pages.add(myths());
        pages.add(sources());
        if (!site.labs().isEmpty()) {
            pages.add(labs());
        }
        site.labs().forEach(lab -> addLab(pages, lab));
        if (Book.isFor(site)) {
            pages.add(book());
        }
        pages.add(plain("404", NOT_FOUND, "Page not found", "There is no page at this address."));
        return pages;
    }

    private Page home() {
        Map<String, Object> data = Map.of(
                "home", Home.of(site, labs),
                "about", StructuredData.of(site),
                "titles", concepts,
                "allLabs", site.labs());
        return new Page("home", "index.html", site.title(), site.tagline(), "", Optional.empty(), data);
    }

    private void addConcept(List<Page> pages, Concept concept) {
        List<Term> order = concept.inReadingOrder();
        pages.addAll(Parallel.map(IntStream.range(0, order.size()).boxed().toList(), i -> {
            Optional<Term> previous = i == 0 ? Optional.empty() : Optional.of(order.get(i - 1));
            Optional<Term> next = i + 1 == order.size() ? Optional.empty() : Optional.of(order.get(i + 1));
            return term(concept, order.get(i), previous, next);
        }));
    }

    private Page term(Concept concept, Term term, Optional<Term> previous, Optional<Term> next) {
        OfTerm own = ofTerm(term);
        boolean overview = term.slug().equals(concept.headword().slug());
        Map<String, Object> data = new HashMap<>(Map.of(
                "term",
                term,
                "about",
                own.about(),
                "concept",
                new Link(concept.title(), concept.headword().url()),
                "named",
                named(term.requires(), term.seeAlso(), term.usedBy()),
                "minutes",
                own.minutes(),
                "references",
                own.references(),
                "cards",
                cards.of(term),
                "previous",
                previous.map(this::ofTerm).map(OfTerm::link),
                "next",
                next.map(this::ofTerm).map(OfTerm::link)));
        Prerequisites graph = overview ? Prerequisites.of(site, concept) : Prerequisites.NONE;
        if (overview) {
            data.put("path", LearningPath.of(site, concept));
            data.put("graph", graph);
        }
        data.put("contents", Contents.of(term, overview, !graph.nodes().isEmpty()));
        String area = concept.headword().url();
        return new Page("term", term.url(), term.title(), own.description(), area, side(concept.slug()), data);
    }

    private Page glossary() {
        Map<String, Object> data = Map.of(
                "letters",
                Letter.of(site.terms().values(), briefs, concepts),
                "termCount",
                site.terms().size());
        return new Page(
                "glossary",
                GLOSSARY,
                "Glossary",
                "Every term from A to Z, with its definition in a sentence.",
                GLOSSARY,
                Optional.empty(),
                data);
    }

    private Page myths() {
        List<MythsOfConcept> groups =
                site.concepts().stream().map(MythsOfConcept::of).toList();
        return new Page(
                "myths",
                MYTHS,
                "Myths",
                "What is often believed, what is true, and how to see it for yourself.",
                MYTHS,
                Optional.empty(),
                Map.of("groups", groups));
    }

    private Page sources() {
        return new Page(
                "sources",
                SOURCES,
                "Sources",
                "The works these pages rest on, and where each is cited.",
                SOURCES,
                Optional.empty(),
                Map.of(
                        "sources", site.sources(),
                        "pictures", site.pictures(),
                        "named",
                                named(site.sources().stream()
                                        .map(Source::citedBy)
                                        .flatMap(List::stream)
                                        .toList())));
    }

    private Page book() {
        return new Page(
                "book",
                BOOK,
                "The whole glossary",
                "Every term in reading order on one page, to print or to read without a net.",
                BOOK,
                Optional.empty(),
                Map.of("book", Book.of(site)));
    }

    private Page labs() {
        return new Page(
                "labs",
                LABS,
                "Labs",
                "Practise on the real thing: every lab and its tasks.",
                LABS,
                Optional.empty(),
                Map.of("allLabs", site.labs()));
    }

    private void addLab(List<Page> pages, LabPage lab) {
        Optional<Side> side = side(lab.concept());
        pages.add(new Page(
                "lab",
                lab.url(),
                lab.title(),
                lab.summary(),
                LABS,
                side,
                Map.of("lab", lab, "about", StructuredData.of(site, lab))));
        for (LabPage.TaskPage task : lab.tasks()) {
            Map<String, Object> data = Map.of(
                    "lab", lab,
                    "task", task,
                    "contents", Contents.of(task),
                    "cards", cards.of(task),
                    "named", named(task.terms()),
                    "about", StructuredData.of(site, task));
            pages.add(new Page("task", task.url(), task.title(), task.summary(), LABS, side, data));
        }
    }

    private OfTerm ofTerm(Term term) {
        return Objects.requireNonNull(ofTerms.get(term.slug()), term.slug());
    }

    private Optional<Side> side(String concept) {
        return Optional.ofNullable(sides.get(concept));
    }

    /** The terms that a page names, by slug. */
    @SafeVarargs
    private Map<String, Link> named(Collection<String>... slugs) {
        Map<String, Link> named = new HashMap<>();
        for (Collection<String> some : slugs) {
            for (String slug : some) {
                OfTerm own = ofTerms.get(slug);
                if (own != null) {
                    named.put(slug, own.link());
                }
            }
        }
        return named;
    }

    private static Page plain(String template, String url, String title, String description) {
        return new Page(template, url, title, description, url, Optional.empty(), Map.of());
    }
}
