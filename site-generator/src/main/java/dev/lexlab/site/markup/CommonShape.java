package dev.lexlab.site.markup;

import dev.lexlab.site.dom.ByTag;
import dev.lexlab.site.dom.Html;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The last steps of both markups, after which equal things are equal. */
final class CommonShape {

    private CommonShape() {}

    static Shaped shape(Element body) {
        ByTag found = ByTag.below(body);
        found.all("div").forEach(Element::unwrap);
        found.all("span").forEach(Element::unwrap);
        joinTexts(body);
        dropClasses(found);
        found.all("th").forEach(CommonShape::scope);
        found.all("dd").forEach(CommonShape::loosen);
        found.all("li").forEach(CommonShape::tighten);
        found.all("code").forEach(CommonShape::code);
        found.all("p").forEach(CommonShape::dropEmpty);
        Footnotes.number(found);
        tidyWhiteSpace(body);
        Map<String, String> anchors = Anchors.compose(body);
        return new Shaped(html(body), anchors);
    }

    private static void dropClasses(ByTag found) {
        for (Element term : found.all("dt")) {
            if (term.hasClass("hdlist1")) {
                term.removeAttr("class");
            }
        }
        found.all("ul").forEach(list -> list.removeAttr("class"));
        for (Element list : found.all("ol")) {
            if (!list.hasClass("callouts")) {
                list.removeAttr("class");
            }
        }
        for (Element paragraph : found.all("p")) {
            if (paragraph.className().equals("tableblock")) {
                paragraph.removeAttr("class");
            }
        }
    }

    private static void scope(Element head) {
        Element row = head.parent();
        if (row != null && row.nameIs("tr") && row.parentNameIs("tbody")) {
            head.attr("scope", "row");
        } else if (isInTable(head)) {
            head.attr("scope", "col");
        }
    }

    private static boolean isInTable(Element head) {
        Element around = head.parent();
        while (around != null && !around.nameIs("table")) {
            around = around.parent();
        }
        return around != null;
    }

    private static String html(Element body) {
        StringBuilder html = new StringBuilder(Html.USUAL_LENGTH);
        for (int i = 0; i < body.childNodeSize(); i++) {
            Html.write(body.childNode(i), i == 0 ? html : html.append('\n'));
        }
        return html.toString();
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
        if (!code.parentNameIs("pre")) {
            return;
        }
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
    private static void tidyWhiteSpace(Element element) {
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text) {
                boolean begins = isBlock(i == 0 ? element : element.childNode(i - 1));
                boolean ends = isBlock(i + 1 == element.childNodeSize() ? element : element.childNode(i + 1));
                if (!text.isBlank()) {
                    tidy(text, begins, ends);
                } else if (begins || ends) {
                    text.remove();
                    i--;
                }
            } else if (child instanceof Element inner && !inner.normalName().equals("pre")) {
                tidyWhiteSpace(inner);
            }
        }
    }

    private static void tidy(TextNode text, boolean begins, boolean ends) {
        String words = begins ? text.getWholeText().stripLeading() : text.getWholeText();
        text.text(ends ? words.stripTrailing() : words);
    }

    /** What was unwrapped left texts side by side, and they are one. */
    private static void joinTexts(Element element) {
        TextNode before = null;
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text && before != null) {
                before.text(before.getWholeText() + text.getWholeText());
                text.remove();
                i--;
            } else {
                before = child instanceof TextNode text ? text : null;
                if (child instanceof Element inner) {
                    joinTexts(inner);
                }
            }
        }
    }

    private static boolean isBlock(@Nullable Node node) {
        return node instanceof Element element && element.isBlock();
    }
}
