package dev.lexlab.site.model;

import dev.lexlab.site.model.Body.Passage;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Cuts the text of a page at its headings. */
public final class Passages implements NodeFilter {
    private final List<Passage> passages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String anchor = "";
    private String heading = "";

    private Passages() {}

    /** What stands before the first heading, then a passage for each heading with an anchor; others belong to the passage before. */
    public static List<Passage> of(Element body) {
        Passages cut = new Passages();
        body.filter(cut);
        cut.end();
        return List.copyOf(cut.passages);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (isNumber(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (isHeading(element)) {
                end();
                anchor = element.id();
                heading = element.text();
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

    /** What is no text of the page: numbers that only lead somewhere. */
    private static boolean isNumber(Element element) {
        return switch (element.normalName()) {
            case "sup" -> element.hasClass("cite") || element.hasClass("footnote");
            case "a" -> element.hasClass("footnote-back");
            case "span" -> element.hasClass("prompt");
            default -> element.hasClass("conum");
        };
    }

    private static boolean isHeading(Element element) {
        return switch (element.normalName()) {
            case "h2", "h3", "h4" -> element.hasAttr("id");
            default -> false;
        };
    }

    /** Words of two cells or paragraphs are two words. */
    private void partBlocks(Element element) {
        boolean parts = switch (element.normalName()) {
            case "br", "td", "th", "img" -> true;
            default -> element.isBlock();
        };
        if (parts) {
            text.append(' ');
        }
    }

    private void end() {
        passages.add(new Passage(anchor, heading, squeezed(text.toString())));
        text.setLength(0);
    }

    /** One space where there is white space, none at the ends. */
    private static String squeezed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder out = new StringBuilder(end - begin);
        int written = begin; // what follows is as it will be, up to the letter that is looked at
        for (int i = begin; i < end; i++) {
            if (isSpace(text.charAt(i)) && (text.charAt(i) != ' ' || isSpace(text.charAt(i + 1)))) {
                out.append(text, written, i).append(' ');
                while (isSpace(text.charAt(i + 1))) {
                    i++;
                }
                written = i + 1;
            }
        }
        return out.append(text, written, end).toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
