package dev.lexlab.site.exchange;

import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.PlainText;
import dev.lexlab.site.model.Site;
import java.util.Set;

/** {@code llms.txt}, as llmstxt.org proposes it: what there is and where its Markdown stands, for programs with little room. */
final class ReadingList {
    private final Site site;
    private final Set<String> pages;
    private final StringBuilder text = new StringBuilder();

    private ReadingList(Site site, Set<String> pages) {
        this.site = site;
        this.pages = pages;
    }

    /** @param pages addresses of all lasting pages */
    static String of(Site site, Set<String> pages) {
        return new ReadingList(site, pages).write();
    }

    private String write() {
        text.append("# ").append(site.title()).append('\n');
        if (!site.tagline().isEmpty()) {
            text.append("\n> ").append(site.tagline()).append('\n');
        }
        text.append("\nEvery page has a Markdown twin: its address with .md behind it.\n");
        for (Concept concept : site.concepts()) {
            text.append("\n## ").append(concept.title()).append("\n\n");
            concept.inReadingOrder().forEach(term -> entry(term.title(), term.url(), PlainText.of(term.definition())));
            site.labs().stream()
                    .filter(lab -> lab.concept().equals(concept.slug()))
                    .forEach(this::lab);
        }
        text.append("\n## Optional\n\n");
        entry("Myths", "myths.html", "what is often believed, what is true, and how to see it");
        entry("Sources", "sources.html", "the works these pages rest on");
        if (pages.contains("book.html")) {
            entry("The whole glossary", "book.html", "every term on one page");
        }
        text.append("- [The glossary as data](")
                .append(address("glossary.json"))
                .append("): terms, definitions and how they hang together\n");
        return text.toString();
    }

    private void lab(LabPage lab) {
        lab.tasks().forEach(task -> entry("Task: " + task.title(), task.url(), task.summary()));
    }

    private void entry(String title, String page, String says) {
        text.append("- [").append(title.replaceAll("[\\[\\]]", "\\\\$0")).append("](");
        text.append(address(Twins.address(page))).append("): ").append(says).append('\n');
    }

    private String address(String url) {
        return site.absolute(url).orElse(url);
    }
}
