package dev.lexlab.site.search;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;

/** Cuts the body of a page at its headings. */
final class BodySections implements NodeFilter {
    /** What is no text of the page: numbers that only lead somewhere. */
    private static final Evaluator NUMBERS =
            Selector.evaluatorOf("sup.cite, sup.footnote, a.footnote-back, .conum, span.prompt");

    private static final Evaluator HEADINGS = Selector.evaluatorOf("h2[id], h3[id], h4[id]");
    private static final Evaluator GAPS = Selector.evaluatorOf("br, td, th, img");

    private final Kind kind;
    private final List<FoundSection> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String anchor = "";
    private String heading = "";
    private String lead;

    private BodySections(Kind kind, String lead) {
        this.kind = kind;
        this.lead = lead;
    }

    /**
     * The page, then a section for each heading that has an anchor; what stands under another heading belongs to the section before.
     *
     * @param lead of the page itself
     * @return yours to add to
     */
    static List<FoundSection> of(String html, Kind kind, String lead) {
        BodySections cut = new BodySections(kind, lead);
        Jsoup.parseBodyFragment(html).body().filter(cut);
        cut.end();
        return cut.sections;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (element.is(NUMBERS)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (element.is(HEADINGS)) {
                end();
                anchor = element.id();
                heading = element.text();
                lead = "";
                return FilterResult.SKIP_ENTIRELY;
            }
            if (element.normalName().equals("img")) {
                text.append(' ').append(element.attr("alt"));
            }
            partBlocks(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            partBlocks(element);
        }
        return FilterResult.CONTINUE;
    }

    /** Words of two cells or paragraphs are two words. */
    private void partBlocks(Element element) {
        if (element.isBlock() || element.is(GAPS)) {
            text.append(' ');
        }
    }

    private void end() {
        String plain = text.toString().replaceAll("\\s+", " ").strip();
        sections.add(new FoundSection(kind, anchor, heading, lead, plain));
        text.setLength(0);
    }
}
