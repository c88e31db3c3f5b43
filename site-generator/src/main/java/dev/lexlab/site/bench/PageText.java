package dev.lexlab.site.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the body of a page: 600 to 900 words, three levels of headings with the title, two blocks of code, a table, a note, a
 * picture, eight references to other pages where there are as many, three links out, a footnote.
 */
final class PageText {
    /** How many references to other pages each has. */
    static final int REFERENCES = 8;
    /** How many pictures a corpus has. */
    static final int PICTURES = 8;
    /** Stands on every page, for {@link Corpus#edit} to change. */
    static final String LOOKED_OVER = "This page was looked over 0 times.";

    private static final List<Section> SECTIONS = List.of(
            new Section("What it is for", List.of("The words in use", "Where one meets it")),
            new Section("Inside", List.of("From begin to end", "When something breaks", "What comes first")),
            new Section("Set it up", List.of("The settings", "A session")),
            new Section("Run it", List.of("What to look at", "Look inside")),
            new Section("Where it ends", List.of("What it cannot do", "What to take instead")));

    private static final List<String> SITES = List.of(
            "https://www.example.org/notes/", "https://docs.example.com/manual/", "https://www.example.net/archive/");

    private final CorpusPage page;
    private final Dialect dialect;
    private final Prose prose;
    private final Deque<String> references = new ArrayDeque<>();
    private final Deque<String> links = new ArrayDeque<>();
    private final String footnote;
    private final StringBuilder text = new StringBuilder();

    private PageText(List<CorpusPage> pages, CorpusPage page, Dialect dialect) {
        this.page = page;
        this.dialect = dialect;
        this.prose = new Prose(page, dialect);
        others(pages).forEach(other -> references.add(dialect.page(other)));
        for (String site : SITES) {
            links.add(dialect.link(
                    site + page.concept() + "-" + page.number() + ".html",
                    "a longer text, part " + (links.size() + 1) + " of page " + page.number()));
        }
        footnote = "The " + prose.subject() + " came with release " + prose.number(100, 999) + ".";
    }

    /** The body, without front matter. */
    static String of(List<CorpusPage> pages, CorpusPage page, Dialect dialect) {
        return new PageText(pages, page, dialect).write();
    }

    private Set<CorpusPage> others(List<CorpusPage> pages) {
        Set<CorpusPage> others = new LinkedHashSet<>();
        int wanted = Math.min(REFERENCES, pages.size() - 1);
        while (others.size() < wanted) {
            CorpusPage other = pages.get(prose.number(0, pages.size() - 1));
            if (!other.equals(page)) {
                others.add(other);
            }
        }
        return others;
    }

    private String write() {
        text.append(dialect.title(page.title()));
        text.append(dialect.paragraph(prose.paragraph(2, reference() + " " + LOOKED_OVER)));
        for (int i = 0; i < SECTIONS.size(); i++) {
            section(SECTIONS.get(i));
        }
        if (!references.isEmpty()) {
            text.append(dialect.heading(2, "Next to it"));
            text.append(dialect.bullets(List.copyOf(references)));
        }
        return text.append(dialect.footnote(footnote)).toString().stripTrailing() + "\n";
    }

    private void section(Section section) {
        text.append(dialect.heading(2, section.title()));
        text.append(dialect.paragraph(prose.paragraph(1, reference() + link())));
        for (String part : section.parts()) {
            text.append(dialect.heading(3, part));
            String behind = part.equals("From begin to end") ? dialect.footnoteCall(footnote) : "";
            text.append(dialect.paragraph(prose.paragraph(prose.number(1, 2), behind)));
            extra(part);
        }
    }

    private void extra(String part) {
        switch (part) {
            case "From begin to end" ->
                text.append(dialect.picture(
                        Corpus.picture(page.number() % PICTURES), "The states of the " + prose.subject()));
            case "When something breaks" -> {
                List<String> items = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    items.add(prose.paragraph(1, ""));
                }
                text.append(dialect.bullets(items));
            }
            case "The settings" -> {
                text.append(dialect.table(List.of("Setting", "Begins as", "Kind", "Decides"), settings()));
                text.append(dialect.note(prose.paragraph(1, "")));
            }
            case "A session" -> text.append(dialect.code("bash", session()));
            case "Look inside" -> text.append(dialect.code("sql", query()));
            default -> {} // words are enough there
        }
    }

    private String reference() {
        return references.isEmpty() ? "" : " Compare it with " + references.remove() + ".";
    }

    private String link() {
        return links.isEmpty() ? "" : " More about it is in " + links.remove() + ".";
    }

    private List<List<String>> settings() {
        List<List<String>> rows = new ArrayList<>();
        int first = prose.number(0, Words.OPTIONS.size() - 1);
        for (int i = 0; i < 5; i++) {
            rows.add(List.of(
                    Words.OPTIONS.get((first + i) % Words.OPTIONS.size()),
                    String.valueOf(prose.number(1, 9000)),
                    prose.any(List.of("number", "seconds", "yes or no", "bytes")),
                    "What it " + prose.any(Words.DOES)));
        }
        return rows;
    }

    private String session() {
        return """
                #!/bin/bash
                # everything from the beginning
                set -e
                export PLACE="$HOME/%1$s"
                for lane in a b c; do
                  shipctl --lane "$lane" put %2$s=%3$d
                  shipctl --lane "$lane" show | grep -q 'open' && echo "lane $lane is open"
                done
                shipctl close --all > "$PLACE/closed.log"
                """.formatted(page.slug(), prose.any(Words.OPTIONS), prose.number(1, 999));
    }

    private String query() {
        return """
                -- which of them have waited longest
                SELECT c.id, c.lane, count(*) AS waiting, min(m.arrived_at) AS first
                  FROM %1$s c
                  LEFT JOIN message m ON m.crossing = c.id
                 WHERE c.state <> 'closed' AND m.priority > %2$d
                 GROUP BY c.id, c.lane
                HAVING count(*) >= %3$d
                 ORDER BY first
                 LIMIT 20;
                """.formatted(page.slug().replace('-', '_'), prose.number(1, 99), prose.number(2, 50));
    }

    private record Section(String title, List<String> parts) {}
}
