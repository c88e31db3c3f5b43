package dev.lexlab.site.markup;

import dev.lexlab.site.dom.ByTag;
import dev.lexlab.site.dom.HtmlReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** flexmark's HTML brought to the form that AsciiDoc pages have. */
final class MarkdownShape {
    private static final Pattern NOTE = Pattern.compile("^\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:.*");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
    private static final Map<String, String> KINDS =
            Map.of("NOTE", "note", "TIP", "tip", "IMPORTANT", "important", "WARNING", "warning", "CAUTION", "warning");

    private MarkdownShape() {}

    static Shaped shape(String html) {
        Document dom = HtmlReader.fragment(html);
        dom.outputSettings().prettyPrint(false);
        Element body = dom.body();
        ByTag found = ByTag.below(body);
        found.all("a").forEach(MarkdownShape::pageReference);
        found.all("sup").forEach(MarkdownShape::call);
        notes(found.all("div"));
        found.all("blockquote").forEach(MarkdownShape::note);
        found.all("th").forEach(MarkdownShape::align);
        found.all("td").forEach(MarkdownShape::align);
        found.all("dd").forEach(MarkdownShape::firstWords);
        Callouts.markdown(found.all("code"));
        HeadingIds.give(found.headings());
        prose(body);
        return CommonShape.shape(body);
    }

    private static void pageReference(Element link) {
        if (!link.hasAttr("href")
                || link.hasAttr("data-ref")
                || link.className().contains("footnote")) {
            return;
        }
        if (!SCHEME.matcher(link.attr("href")).matches()) {
            link.attr("data-ref", "page");
        }
    }

    private static void call(Element call) {
        if (call.id().startsWith("fnref-")) {
            Element link = call.firstElementChild();
            String number = link == null ? "" : number(link.attr("href"));
            call.clearAttributes().attr("data-footnote", number).empty();
        }
    }

    private static void notes(List<Element> boxes) {
        for (Element box : boxes) {
            if (box.hasClass("footnotes")) {
                ByTag.below(box).all().forEach(MarkdownShape::inNotes);
                box.tagName("section");
                return; // there is one
            }
        }
    }

    private static void inNotes(Element element) {
        switch (element.normalName()) {
            case "hr" -> element.remove();
            case "a" -> {
                if (element.hasClass("footnote-backref")) {
                    element.remove();
                }
            }
            case "li" -> {
                String number = number(element.id());
                element.clearAttributes().attr("data-footnote", number);
            }
            default -> {}
        }
    }

    private static String number(String id) {
        return NO_DIGITS.matcher(id).replaceAll("");
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
        if (!cell.hasAttr("align")) {
            return;
        }
        String align = cell.attr("align");
        cell.removeAttr("align");
        if (!align.equals("left")) {
            cell.attr("class", "align-" + align);
        }
    }

    /** The signs that Asciidoctor writes for plain ones, so that both markups read alike. Comments go. */
    private static void prose(Element element) {
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text) {
                text.text(Typography.of(text.getWholeText()));
            } else if (child instanceof Comment) {
                child.remove();
                i--;
            } else if (child instanceof Element inner && !isCode(inner)) {
                prose(inner);
            }
        }
    }

    private static boolean isCode(Element element) {
        return element.normalName().equals("code") || element.normalName().equals("pre");
    }
}
