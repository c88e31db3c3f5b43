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
        passages.add(new Passage(anchor, heading, squeezed(text)));
        text.setLength(0);
    }

    /** One space where there is white space, none at the ends. */
    private static String squeezed(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                gap = out.length() > 0;
            } else {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }
}
