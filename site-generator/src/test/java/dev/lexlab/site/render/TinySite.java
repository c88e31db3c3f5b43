package dev.lexlab.site.render;

import dev.lexlab.site.model.Body;
import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.Myth;
import dev.lexlab.site.model.Picture;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Source;
import dev.lexlab.site.model.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One concept, three terms, one lab with one task: every kind of page, and words that would hurt a careless template. */
public final class TinySite {
    public static final String HOSTILE = "<script>alert('x')</script> & \"more\"";

    private TinySite() {}

    public static Site site() {
        Term headword = term("brew", "tea/index.html", "Brewing", List.of());
        Term leaf = leaf();
        Term hostile = term("hostile", "tea/hostile.html", HOSTILE, List.of("leaf"));
        Map<String, Term> terms = new TreeMap<>(Map.of("brew", headword, "leaf", leaf, "hostile", hostile));
        Concept concept = new Concept(
                "tea", "Tea", "How leaves and water meet.", headword, List.of(leaf, hostile), List.of("tea"));
        return new Site(
                "Kettle",
                "A glossary you can drink",
                "https://example.org/kettle/",
                List.of(concept),
                terms,
                List.of(manual()),
                List.of(lab()),
                List.of(new Picture(
                        "cup.svg",
                        "A cup",
                        "Ann & Bob",
                        "CC BY 4.0",
                        List.of(new Picture.Shown("Leaf", "tea/leaf.html")))),
                Map.of("tea/leaf.html", "2026-11-20"),
                List.of(),
                List.of());
    }

    static Source manual() {
        return new Source(
                "manual",
                "The Manual",
                "Tea Board",
                "https://example.org/manual",
                "CC BY 4.0",
                "2026-11-20",
                List.of("leaf"));
    }

    private static Term leaf() {
        String html = "<p>It <a class=\"term\" href=\"index.html\" data-term=\"brew\">brews</a>"
                + "<sup class=\"cite\"><a href=\"#source-1\" id=\"cite-1-1\">1</a></sup> twice"
                + "<sup class=\"cite\"><a href=\"#source-1\" id=\"cite-1-2\">1</a></sup>.</p>"
                + "<h2 id=\"colour\">Colour</h2><p>Green.</p><h2 id=\"taste\">Taste</h2><p>Fresh.</p>";
        Body body = new Body(
                html,
                List.of(new Body.Heading("colour", "Colour"), new Body.Heading("taste", "Taste")),
                List.of("brew"));
        return new Term(
                "leaf",
                "tea",
                "tea/leaf.html",
                "Leaf",
                List.of("blade", "4 leaves"),
                Optional.of("leaves"),
                "beginner",
                "What gives <code>tea</code> its taste.",
                List.of("brew"),
                List.of("hostile"),
                List.of("hostile"),
                List.of(manual()),
                List.of(manual()),
                List.of(new Myth("Leaves are <code>dust</code>.", "They are not.", "Look.")),
                List.of(new Term.TaskLink("Pour", "labs/tea/pour.html")),
                body,
                "content/tea/terms/leaf.md",
                Optional.of("https://example.org/edit/leaf.md"));
    }

    /** A site of one concept, whose terms may be others' as well. */
    static Site of(Concept concept, Map<String, Term> terms) {
        return new Site(
                "Kettle",
                "",
                "/",
                List.of(concept),
                terms,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    /** A term about which nothing is known but what it requires. */
    static Term bare(String concept, String slug, List<String> requires) {
        return term(concept, slug, concept + "/" + slug + ".html", slug, requires);
    }

    /** The same with another text, at this address. */
    static Term with(Term term, String url, Body body) {
        return new Term(
                term.slug(),
                term.concept(),
                url,
                term.title(),
                term.aliases(),
                term.plural(),
                term.level(),
                term.definition(),
                term.requires(),
                term.seeAlso(),
                term.usedBy(),
                term.sources(),
                term.further(),
                term.myths(),
                term.tasks(),
                body,
                term.file(),
                term.editUrl());
    }

    private static Term term(String slug, String url, String title, List<String> requires) {
        return term("tea", slug, url, title, requires);
    }

    private static Term term(String concept, String slug, String url, String title, List<String> requires) {
        return new Term(
                slug,
                concept,
                url,
                title,
                List.of(),
                Optional.empty(),
                "advanced",
                "A definition.",
                requires,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Body("<p>Words.</p>", List.of(), List.of()),
                "content/tea/" + slug + ".md",
                Optional.empty());
    }

    private static LabPage lab() {
        LabPage.TaskPage task = new LabPage.TaskPage(
                "tea",
                "pour",
                "labs/tea/pour.html",
                "Pour",
                "Pour without spilling `anything`.",
                10,
                2,
                3,
                List.of("leaf"),
                List.of(new LabPage.FilePage("cup.sql", "the cup")),
                List.of(new LabPage.MachinePage("kitchen", "where your programs run", "kettle", List.of("house"))),
                List.of(
                        new LabPage.CheckPage("hot", 1, "the water is hot", Optional.empty()),
                        new LabPage.CheckPage("full", 2, "the cup is full", Optional.of("hot"))),
                List.of("Think.", "Use a `kettle`.", "<b>Tilt</b> it."),
                "./lexlab start tea",
                "./lexlab check tea/pour",
                Optional.of("./lexlab shell tea/pour"),
                new Body(
                        "<p>Take a <a class=\"term\" href=\"../../tea/leaf.html\" data-term=\"leaf\">leaf</a>.</p>",
                        List.of(),
                        List.of("leaf")),
                Optional.of("https://example.org/edit/pour.md"));
        return new LabPage(
                "tea",
                "labs/tea/index.html",
                "tea",
                "Tea lab",
                "Practise with water.",
                List.of(task),
                Optional.of("https://example.org/edit/lab.yml"));
    }
}
