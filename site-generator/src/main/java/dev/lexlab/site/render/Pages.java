package dev.lexlab.site.render;

import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.PlainText;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which pages there are, and what each shows. */
final class Pages {
    static final String NOT_FOUND = "404.html";
    static final String GLOSSARY = "glossary.html";
    static final String MYTHS = "myths.html";
    static final String SOURCES = "sources.html";
    static final String BOOK = "book.html";
    static final String LABS = "labs/index.html";

    private final Site site;

    Pages(Site site) {
        this.site = site;
    }

    List<Page> all() {
        List<Page> pages = new ArrayList<>();
        pages.add(home());
        site.concepts().forEach(concept -> addConcept(pages, concept));
        pages.add(glossary());
        pages.add(myths());
        pages.add(sources());
        if (!site.labs().isEmpty()) {
            pages.add(plain("labs", LABS, "Labs", "Practise on the real thing: every lab and its tasks."));
        }
        site.labs().forEach(lab -> addLab(pages, lab));
        pages.add(book());
        pages.add(plain("404", NOT_FOUND, "Page not found", "There is no page at this address."));
        return pages;
    }

    private Page home() {
        // The entry shown on the first page is one that can be practised, else simply the first.
        List<Term> entries = site.concepts().stream()
                .flatMap(concept -> concept.terms().stream())
                .toList();
        Optional<Term> example = entries.stream()
                .filter(term -> !term.tasks().isEmpty())
                .findFirst()
                .or(() -> entries.stream().findFirst());
        Map<String, Object> data =
                Map.of("example", example, "termCount", site.terms().size(), "about", StructuredData.of(site));
        return new Page("home", "index.html", site.title(), site.tagline(), "", Optional.empty(), data);
    }

    private void addConcept(List<Page> pages, Concept concept) {
        List<Term> order = concept.inReadingOrder();
        for (int i = 0; i < order.size(); i++) {
            Optional<Term> previous = i == 0 ? Optional.empty() : Optional.of(order.get(i - 1));
            Optional<Term> next = i + 1 == order.size() ? Optional.empty() : Optional.of(order.get(i + 1));
            pages.add(term(concept, order.get(i), previous, next));
        }
    }

    private Page term(Concept concept, Term term, Optional<Term> previous, Optional<Term> next) {
        boolean overview = term.slug().equals(concept.headword().slug());
        Map<String, Object> data = new HashMap<>(Map.of(
                "term",
                term,
                "about",
                StructuredData.of(site, term),
                "concept",
                concept,
                "minutes",
                ReadingTime.minutes(term.body().html()),
                "references",
                Reference.of(term),
                "cards",
                new Cards(site).of(term),
                "previous",
                previous,
                "next",
                next));
        Prerequisites graph = overview ? Prerequisites.of(site, concept) : Prerequisites.NONE;
        if (overview) {
            data.put("path", LearningPath.of(site, concept));
            data.put("graph", graph);
        }
        data.put("contents", Contents.of(term, overview, !graph.nodes().isEmpty()));
        String area = concept.headword().url();
        return new Page(
                "term", term.url(), term.title(), PlainText.of(term.definition()), area, Optional.of(concept), data);
    }

    private Page glossary() {
        Map<String, Object> data = Map.of(
                "letters",
                Letter.of(site.terms().values()),
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
        return plain("sources", SOURCES, "Sources", "The works these pages rest on, and where each is cited.");
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

    private void addLab(List<Page> pages, LabPage lab) {
        Optional<Concept> concept = site.concepts().stream()
                .filter(candidate -> candidate.slug().equals(lab.concept()))
                .findFirst();
        pages.add(new Page(
                "lab",
                lab.url(),
                lab.title(),
                lab.summary(),
                LABS,
                concept,
                Map.of("lab", lab, "about", StructuredData.of(site, lab))));
        for (LabPage.TaskPage task : lab.tasks()) {
            Map<String, Object> data = Map.of(
                    "lab", lab,
                    "task", task,
                    "contents", Contents.of(task),
                    "cards", new Cards(site).of(task),
                    "about", StructuredData.of(site, task));
            pages.add(new Page("task", task.url(), task.title(), task.summary(), LABS, concept, data));
        }
    }

    private static Page plain(String template, String url, String title, String description) {
        return new Page(template, url, title, description, url, Optional.empty(), Map.of());
    }
}
