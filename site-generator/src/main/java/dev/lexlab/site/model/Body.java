package dev.lexlab.site.model;

import dev.lexlab.site.dom.HtmlReader;
import java.util.List;

/**
 * The text of a page, final but for its surroundings.
 *
 * @param html sanitised; links are relative to the page's own address
 * @param headings of the second level, for the page's table of contents
 * @param terms slugs of the terms it links to, in order of first use: each needs a card on the page
 * @param passages its plain text, cut at the headings
 * @param words how many there are in it
 */
public record Body(String html, List<Heading> headings, List<String> terms, List<Passage> passages, int words) {

    public Body {
        headings = List.copyOf(headings);
        terms = List.copyOf(terms);
        passages = List.copyOf(passages);
    }

    /** With the passages of its HTML. */
    public Body(String html, List<Heading> headings, List<String> terms) {
        this(html, headings, terms, Passages.of(HtmlReader.fragment(html).body()));
    }

    /** With the words of its passages. */
    public Body(String html, List<Heading> headings, List<String> terms, List<Passage> passages) {
        this(
                html,
                headings,
                terms,
                passages,
                passages.stream()
                        .mapToInt(passage -> words(passage.heading()) + words(passage.text()))
                        .sum());
    }

    /** Of a text in which one space stands between two words. */
    private static int words(String text) {
        int words = text.isEmpty() ? 0 : 1;
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
            words++;
        }
        return words;
    }

    /** A section and its anchor. */
    public record Heading(String id, String title) {}

    /**
     * Words that belong together.
     *
     * @param anchor of its heading; empty before the first one
     * @param text without the heading, white space squeezed
     */
    public record Passage(String anchor, String heading, String text) {}
}
