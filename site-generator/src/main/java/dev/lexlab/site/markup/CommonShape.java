package dev.lexlab.site.markup;

import static java.util.stream.Collectors.joining;

import dev.lexlab.site.dom.Query;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The last steps of both markups, after which equal things are equal. */
final class CommonShape {

    private CommonShape() {}

    static Shaped shape(Element body) {
        Query.all(body, "div, span").forEach(Element::unwrap);
        joinTexts(body);
        Query.all(body, "dt.hdlist1, ul, ol:not(.callouts), p[class=tableblock]")
                .forEach(element -> element.removeAttr("class"));
        Query.all(body, "table th").forEach(cell -> cell.attr("scope", "col"));
        Query.all(body, "tbody > tr > th").forEach(cell -> cell.attr("scope", "row"));
        Query.all(body, "dd").forEach(CommonShape::loosen);
        Query.all(body, "li").forEach(CommonShape::tighten);
        Query.all(body, "pre > code").forEach(CommonShape::code);
        Query.all(body, "p").forEach(CommonShape::dropEmpty);
        Footnotes.number(body);
        Anchors.compose(body);
        tidyWhiteSpace(body);
        String html = body.childNodes().stream().map(Node::outerHtml).collect(joining("\n"));
        return new Shaped(html, Anchors.in(body));
    }

    /** {@code <li><p>text</p></li>} is {@code <li>text</li>}, also where a list follows. */
    private static void tighten(Element item) {
        Element first = item.firstElementChild();
        if (first == null || !first.normalName().equals("p") || item.hasAttr("data-footnote")) {
            return;
        }
        boolean onlyListsFollow = item.children().stream()
                .skip(1)
                .allMatch(child ->
                        child.normalName().equals("ul") || child.normalName().equals("ol"));
        if (onlyListsFollow) {
            first.unwrap();
        }
    }

    private static void loosen(Element definition) {
        Element only = definition.firstElementChild();
        if (only != null && definition.childrenSize() == 1 && only.normalName().equals("p")) {
            only.unwrap();
        }
    }

    private static void code(Element code) {
        code.removeAttr("data-lang");
        Node last = code.lastChild();
        if (last instanceof TextNode text) {
            text.text(text.getWholeText().stripTrailing());
        }
    }

    private static void dropEmpty(Element paragraph) {
        if (paragraph.childNodeSize() == 0) {
            paragraph.remove();
        }
    }

    /** White space between blocks means nothing: one line end, so that bytes do not depend on an engine's habits. */
    private static void tidyWhiteSpace(Element body) {
        for (Node child : List.copyOf(body.childNodes())) {
            if (child instanceof TextNode text) {
                tidy(text);
            } else if (child instanceof Element element && !element.normalName().equals("pre")) {
                tidyWhiteSpace(element);
            }
        }
    }

    /** What was unwrapped left texts side by side, and they are one. */
    private static void joinTexts(Element element) {
        TextNode before = null;
        for (Node child : List.copyOf(element.childNodes())) {
            if (child instanceof TextNode text && before != null) {
                before.text(before.getWholeText() + text.getWholeText());
                text.remove();
            } else {
                before = child instanceof TextNode text ? text : null;
                if (child instanceof Element inner) {
                    joinTexts(inner);
                }
            }
        }
    }

    private static void tidy(TextNode text) {
        boolean first = text.previousSibling() == null && isBlock(text.parent());
        boolean last = text.nextSibling() == null && isBlock(text.parent());
        if (text.isBlank()) {
            if (first || last || isBlock(text.previousSibling()) || isBlock(text.nextSibling())) {
                text.remove();
            }
            return;
        }
        String words =
                first || isBlock(text.previousSibling()) ? text.getWholeText().stripLeading() : text.getWholeText();
        text.text(last || isBlock(text.nextSibling()) ? words.stripTrailing() : words);
    }

    private static boolean isBlock(@Nullable Node node) {
        return node instanceof Element element && element.isBlock();
    }
}
