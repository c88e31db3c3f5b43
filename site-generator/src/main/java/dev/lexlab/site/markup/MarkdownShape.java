package dev.lexlab.site.markup;

import dev.lexlab.site.dom.Query;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** flexmark's HTML brought to the form that AsciiDoc pages have. */
final class MarkdownShape {
    private static final Pattern NOTE = Pattern.compile("^\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:.*");
    private static final Map<String, String> KINDS =
            Map.of("NOTE", "note", "TIP", "tip", "IMPORTANT", "important", "WARNING", "warning", "CAUTION", "warning");

    private MarkdownShape() {}

    static Shaped shape(String html) {
        Document dom = Jsoup.parseBodyFragment(html);
        dom.outputSettings().prettyPrint(false);
        Element body = dom.body();
        for (Element link : Query.all(body, "a[href]:not([data-ref], [class*=footnote])")) {
            if (!SCHEME.matcher(link.attr("href")).matches()) {
                link.attr("data-ref", "page");
            }
        }
        footnotes(body);
        Query.all(body, "blockquote").forEach(MarkdownShape::note);
        Query.all(body, "th[align], td[align]").forEach(MarkdownShape::align);
        Query.all(body, "dd").forEach(MarkdownShape::firstWords);
        Callouts.markdown(body);
        HeadingIds.give(body);
        prose(body);
        return CommonShape.shape(body);
    }

    private static void footnotes(Element body) {
        for (Element call : Query.all(body, "sup[id^=fnref-]")) {
            Element link = Query.first(call, "a");
            String number = link == null ? "" : link.attr("href").replaceAll("\\D", "");
            call.clearAttributes().attr("data-footnote", number).empty();
        }
        Element notes = Query.first(body, "div.footnotes");
        if (notes == null) {
            return;
        }
        Query.all(notes, "hr, a.footnote-backref").remove();
        Query.all(notes, "li").forEach(note -> {
            String number = note.id().replaceAll("\\D", "");
            note.clearAttributes().attr("data-footnote", number);
        });
        notes.tagName("section");
    }

    private static void note(Element quote) {
        Element first = quote.firstElementChild();
        if (first == null || !(first.firstChild() instanceof TextNode text)) {
            return;
        }
        Matcher kind = NOTE.matcher(text.getWholeText());
        if (!kind.find()) {
            return;
        }
        text.text(text.getWholeText().substring(kind.end()));
        String name = kind.group(1);
        quote.tagName("aside")
                .attr("class", "note")
                .attr("data-kind", KINDS.getOrDefault(name, name.toLowerCase(Locale.ROOT)));
    }

    /** Before a block they are a paragraph, as everywhere else. */
    private static void firstWords(Element definition) {
        if (definition.children().stream().noneMatch(Element::isBlock)) {
            return;
        }
        Element paragraph = new Element("p");
        Node first = definition.firstChild();
        while (first != null && !(first instanceof Element element && element.isBlock())) {
            paragraph.appendChild(first);
            first = definition.firstChild();
        }
        if (paragraph.hasText()) {
            definition.prependChild(paragraph);
        }
    }

    private static void align(Element cell) {
        String align = cell.attr("align");
        cell.removeAttr("align");
        if (!align.equals("left")) {
            cell.attr("class", "align-" + align);
        }
    }

    /** The signs that Asciidoctor writes for plain ones, so that both markups read alike. */
    private static void prose(Element body) {
        body.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof Comment) {
                    return FilterResult.REMOVE;
                }
                if (node instanceof TextNode text) {
                    text.text(Typography.of(text.getWholeText()));
                }
                boolean isCode =
                        node.normalName().equals("code") || node.normalName().equals("pre");
                return isCode ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
            }
        });
    }
}
