package dev.lexlab.site.markup;

import dev.lexlab.site.dom.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Numbers at the ends of lines of code, each explained in the list below it: {@code <1>} in both markups, behind the sign of a
 * comment or not. They become {@code <b class="conum" data-n="1"></b>}, without text, so that copied code is code.
 */
final class Callouts {
    private static final Pattern AT_END =
            Pattern.compile("[ \\t]*(?://|#|--|;;|<!--)?[ \\t]*((?:<[1-9]\\d?>[ \\t]*)+)(?:-->)?$", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("<(\\d+)>");
    private static final String LIST = "callouts";

    private Callouts() {}

    /** In Markdown the ordered list right below makes numbers callouts; elsewhere {@code <1>} is code like any other. */
    static void markdown(List<Element> codes) {
        for (Element code : codes) {
            Element pre = code.parent();
            Element list = pre != null && pre.nameIs("pre") ? pre.nextElementSibling() : null;
            if (list != null && list.normalName().equals("ol") && mark(code)) {
                list.addClass(LIST);
            }
        }
    }

    /** Asciidoctor has found them, and leaves the sign of the comment. */
    static void asciidoc(Element body) {
        for (Element code : Query.all(body, "pre > code:has(b.conum)")) {
            for (Element number : Query.all(code, "b.conum")) {
                number.replaceWith(new TextNode("<" + number.text().replaceAll("\\D", "") + ">"));
            }
            boolean unused = mark(code);
        }
        Query.all(body, "div.colist > ol").forEach(list -> list.addClass(LIST));
    }

    private static boolean mark(Element code) {
        String text = code.wholeText();
        Matcher callouts = AT_END.matcher(text);
        List<Node> nodes = new ArrayList<>();
        int begin = 0;
        while (callouts.find()) {
            nodes.add(new TextNode(text.substring(begin, callouts.start())));
            Matcher number = NUMBER.matcher(callouts.group(1));
            while (number.find()) {
                nodes.add(new Element("b").attr("class", "conum").attr("data-n", number.group(1)));
            }
            begin = callouts.end();
        }
        if (nodes.isEmpty()) {
            return false;
        }
        nodes.add(new TextNode(text.substring(begin)));
        code.empty().appendChildren(nodes);
        return true;
    }
}
