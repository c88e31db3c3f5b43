package dev.lexlab.site.dom;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The text of trees that are not printed prettily: what jsoup writes, letter by letter. jsoup asks of each letter whether the
 * document's charset has it, which takes most of the time; in UTF-8 nearly all are written as they are. It is left what is rare.
 */
public final class Html {
    private static final String NAMESPACE = "http://www.w3.org/1999/xhtml";
    /** Of a page's text; a builder that begins with room for it need not grow ten times. */
    public static final int USUAL_LENGTH = 1 << 13;

    private static final Set<String> FIRST_LINE_END_COUNTS = Set.of("pre", "textarea", "listing");

    private static final boolean[] IS_PLAIN = plain();

    private Html() {}

    /** What is in an element. */
    public static String inside(Element element) {
        StringBuilder html = new StringBuilder(USUAL_LENGTH);
        for (int i = 0; i < element.childNodeSize(); i++) {
            write(element.childNode(i), html);
        }
        return html.toString();
    }

    /** @param html the text is added to it */
    public static void write(Node node, StringBuilder html) {
        if (node.getClass() == TextNode.class) {
            if (!escape(((TextNode) node).getWholeText(), false, html)) {
                node.outerHtml(html);
            }
        } else if (node.getClass() == Element.class && isPlain((Element) node)) {
            element((Element) node, html);
        } else {
            node.outerHtml(html);
        }
    }

    /** Not one of a drawing, nor one that has no end and yet something in it, nor one whose first line end is written twice. */
    private static boolean isPlain(Element element) {
        if (!element.tag().namespace().equals(NAMESPACE)) {
            return false;
        }
        if (element.childNodeSize() == 0) {
            return true;
        }
        boolean lineEndCounts =
                FIRST_LINE_END_COUNTS.contains(element.normalName()) && element.childNode(0) instanceof TextNode;
        return !lineEndCounts && !element.tag().isEmpty();
    }

    private static void element(Element element, StringBuilder html) {
        html.append('<').append(element.tagName());
        if (element.attributesSize() > 0) {
            attributes(element, html);
        }
        html.append('>');
        for (int i = 0; i < element.childNodeSize(); i++) {
            write(element.childNode(i), html);
        }
        if (!element.tag().isEmpty()) {
            html.append("</").append(element.tagName()).append('>');
        }
    }

    private static void attributes(Element element, StringBuilder html) {
        int begin = html.length();
        for (Attribute attribute : element.attributes()) {
            html.append(' ').append(attribute.getKey()).append("=\"");
            if (!isPlain(attribute) || !escape(attribute.getValue(), true, html)) {
                html.setLength(begin);
                html.append(element.attributes().html());
                return;
            }
            html.append('"');
        }
    }

    /** Not one whose name would be mended, or that is written as a name alone. */
    private static boolean isPlain(Attribute attribute) {
        String key = attribute.getKey();
        for (int i = 0; i < key.length(); i++) {
            char letter = key.charAt(i);
            if (letter != '-' && (letter < 'a' || letter > 'z')) {
                return false;
            }
        }
        return !attribute.getValue().isEmpty() && !attribute.getValue().equalsIgnoreCase(key);
    }

    /** @return false where there is a letter that is rare, and nothing was added */
    private static boolean escape(String text, boolean quoted, StringBuilder html) {
        int begin = html.length();
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < IS_PLAIN.length && IS_PLAIN[letter]) {
                continue; // as nearly all are
            }
            if (isRare(letter)) {
                html.setLength(begin);
                return false;
            }
            String sign = sign(letter, quoted);
            if (sign != null) {
                html.append(text, written, i).append(sign);
                written = i + 1;
            }
        }
        html.append(text, written, text.length());
        return true;
    }

    /** Letters that are written as they are wherever they stand. */
    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        for (char letter = 0; letter < plain.length; letter++) {
            plain[letter] = !isRare(letter) && sign(letter, true) == null;
        }
        return plain;
    }

    private static boolean isRare(char letter) {
        return (letter < ' ' && letter != '\n' && letter != '\t' && letter != '\r') || Character.isSurrogate(letter);
    }

    private static @Nullable String sign(char letter, boolean quoted) {
        return switch (letter) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> quoted ? "&quot;" : null;
            case '\u00a0' -> "&nbsp;";
            default -> null;
        };
    }
}
