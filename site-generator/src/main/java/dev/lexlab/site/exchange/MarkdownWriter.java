package dev.lexlab.site.exchange;

import static java.util.Locale.ROOT;

import dev.lexlab.site.dom.Classes;
import dev.lexlab.site.dom.Html;
import dev.lexlab.site.dom.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * An element to Markdown as GitHub reads it. It knows what stands on our pages: whatever else is a block counts as a box around its
 * blocks, and whatever else is inline as its words. All is written behind one text, and what was written last is shaped there.
 */
final class MarkdownWriter {
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "ul");
    /** A line of facts whose words touch where the style sheet sets them apart. */
    private static final String FACTS = "head-meta";

    private static final Pattern LINE_ENDS = Pattern.compile("\\s*\\n\\s*");
    private static final Pattern BEFORE_TEXT = Pattern.compile("\\n(?=[^\\n])");

    private final StringBuilder out = new StringBuilder(Html.USUAL_LENGTH);

    /** Once. */
    String write(Element element) {
        blocks(element);
        return out.append('\n').toString();
    }

    /** The blocks in a box, an empty line between each two; words that stand beside blocks are a block as well. */
    private void blocks(Element box) {
        int begin = out.length();
        int i = 0;
        while (i < box.childNodeSize()) {
            int end = out.length();
            out.append(end == begin ? "" : "\n\n");
            int start = out.length();
            if (isBlock(box.childNode(i))) {
                block((Element) box.childNode(i));
                i++;
            } else {
                for (; i < box.childNodeSize() && !isBlock(box.childNode(i)); i++) {
                    inline(box.childNode(i));
                }
                paragraph(start);
            }
            if (isBlank(start)) {
                out.setLength(end);
            }
        }
    }

    private static boolean isBlock(Node node) {
        if (!(node instanceof Element element)) {
            return false;
        }
        if (BLOCKS.contains(element.normalName())) {
            return true;
        }
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (isBlock(element.childNode(i))) {
                return true;
            }
        }
        return false;
    }

    private void block(Element element) {
        String name = element.normalName();
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                out.append("#".repeat(name.charAt(1) - '0')).append(' ');
                line(element);
            }
            case "p" -> {
                if (Classes.has(element, FACTS)) {
                    facts(element);
                } else {
                    int start = out.length();
                    words(element);
                    paragraph(start);
                }
            }
            case "pre" -> fenced(element);
            case "ul" -> list(element, false);
            case "ol" -> list(element, true);
            case "dl" -> definitions(element);
            case "table" -> rows(element, out.length());
            case "blockquote" -> quoted("", element);
            case "aside" -> note(element);
            case "summary", "dt" -> marked("**", element);
            case "figcaption" -> marked("*", element);
            case "hr" -> out.append("---");
            default -> blocks(element);
        }
    }

    private void marked(String mark, Element element) {
        out.append(mark);
        line(element);
        out.append(mark);
    }

    private void facts(Element element) {
        int begin = out.length();
        for (Node node : element.childNodes()) {
            int end = out.length();
            out.append(end == begin ? "" : " · ");
            int start = out.length();
            inline(node);
            line(start);
            if (out.length() == start) {
                out.setLength(end);
            }
        }
    }

    private void fenced(Element pre) {
        int start = out.length();
        whole(pre);
        String text = taken(start).stripTrailing();
        String fence = "`".repeat(Math.max(3, longestTicks(text) + 1));
        out.append(fence).append(language(pre)).append('\n');
        out.append(text).append('\n').append(fence);
    }

    private static String language(Element pre) {
        Element code = Query.first(pre, "code");
        if (code != null) {
            for (String name : code.classNames()) {
                if (name.startsWith("language-")) {
                    return name.substring("language-".length());
                }
            }
        }
        return "";
    }

    /** Text with all its space, and the numbers of the lines that are told about. */
    private void whole(Node node) {
        if (node instanceof TextNode text) {
            out.append(text.getWholeText());
        } else if (node.nameIs("br")) {
            out.append('\n');
        } else if (node instanceof Element mark && mark.nameIs("b") && Classes.has(mark, "conum")) {
            out.append(" (").append(mark.attr("data-n")).append(')');
        } else {
            for (int i = 0; i < node.childNodeSize(); i++) {
                whole(node.childNode(i));
            }
        }
    }

    private void list(Element list, boolean numbered) {
        List<String> items = new ArrayList<>();
        for (Node item : list.childNodes()) {
            if (item instanceof Element element) {
                String mark = numbered ? items.size() + 1 + ". " : "- ";
                items.add(mark + indented(taken(element), mark.length()));
            }
        }
        append(items);
    }

    /** GitHub's Markdown has no such list: one of bold words, each with what it means. */
    private void definitions(Element list) {
        List<String> items = new ArrayList<>();
        for (Element part : Query.all(list, "> dt, > dd, > div > dt, > div > dd")) {
            if (part.normalName().equals("dt")) {
                int start = out.length();
                out.append("- ");
                marked("**", part);
                items.add(taken(start));
            } else if (!items.isEmpty()) {
                String meaning = taken(part);
                boolean oneLine = !meaning.contains("\n")
                        && Query.all(part, "> pre, > ul, > ol, > div, > table").isEmpty();
                int last = items.size() - 1;
                items.set(last, items.get(last) + (oneLine ? ": " + meaning : "\n\n  " + indented(meaning, 2)));
            }
        }
        append(items);
    }

    /** Items of more than one block need empty lines between them. */
    private void append(List<String> items) {
        String between = "\n";
        for (String item : items) {
            if (item.contains("\n\n")) {
                between = "\n\n";
            }
        }
        out.append(String.join(between, items));
    }

    /**
     * Of a table, wherever they are: in a head, a body or neither.
     *
     * @param begin where the table begins in what is written
     */
    private void rows(Element part, int begin) {
        for (int i = 0; i < part.childNodeSize(); i++) {
            if (part.childNode(i) instanceof Element element) {
                if (element.nameIs("tr")) {
                    row(element, begin);
                }
                rows(element, begin);
            }
        }
    }

    private void row(Element row, int begin) {
        boolean first = out.length() == begin;
        out.append(first ? "| " : "\n| ");
        int cells = 0;
        for (Node node : row.childNodes()) {
            if (node.nameIs("th") || node.nameIs("td")) {
                out.append(cells == 0 ? "" : " | ");
                cell((Element) node);
                cells++;
            }
        }
        out.append(" |");
        if (first) {
            out.append("\n|").append(" --- |".repeat(cells));
        }
    }

    private void cell(Element cell) {
        String text = taken(cell).replace("|", "\\|");
        out.append(text.indexOf('\n') < 0 ? text : LINE_ENDS.matcher(text).replaceAll("<br>"));
    }

    /** The kinds of notes are those that GitHub tells apart, too. */
    private void note(Element aside) {
        String kind = aside.attr("data-kind");
        if (kind.isEmpty()) {
            blocks(aside);
        } else {
            quoted("[!" + kind.toUpperCase(ROOT) + "]\n", aside);
        }
    }

    private void quoted(String before, Element box) {
        String between = "";
        for (String line : (before + taken(box)).lines().toList()) {
            out.append(between).append(("> " + line).stripTrailing());
            between = "\n";
        }
    }

    private static String indented(String text, int by) {
        return text.indexOf('\n') < 0 ? text : BEFORE_TEXT.matcher(text).replaceAll("\n" + " ".repeat(by));
    }

    private void words(Element element) {
        for (int i = 0; i < element.childNodeSize(); i++) {
            inline(element.childNode(i));
        }
    }

    private void inline(Node node) {
        if (node instanceof TextNode text) {
            escaped(text.getWholeText());
        } else if (node instanceof Element element) {
            switch (element.normalName()) {
                case "code", "kbd", "samp" -> code(element.text());
                case "strong", "b" -> around("**", element);
                case "dfn" -> {
                    around("**", element);
                    out.append(':');
                }
                case "em", "i", "cite" -> around("*", element);
                case "a" -> {
                    out.append('[');
                    line(element);
                    address(element.attr("href"));
                }
                case "img" -> {
                    out.append("![");
                    int start = out.length();
                    escaped(element.attr("alt"));
                    line(start);
                    address(element.attr("src"));
                }
                case "br" -> out.append("\\\n");
                default -> words(element);
            }
        }
    }

    /** Marks touch the words they are about; spaces stay outside. */
    private void around(String mark, Element element) {
        int from = out.length();
        words(element);
        int to = withoutSpace(from);
        if (to > from) {
            while (Character.isWhitespace(out.charAt(from))) {
                from++;
            }
            out.insert(to, mark).insert(from, mark);
        }
    }

    /** In angle brackets where it needs them. */
    private void address(String address) {
        boolean bare = isBare(address);
        out.append(bare ? "](" : "](<").append(address).append(bare ? ")" : ">)");
    }

    private static boolean isBare(String address) {
        for (int i = 0; i < address.length(); i++) {
            char sign = address.charAt(i);
            if (sign == '(' || sign == ')' || sign == '<' || sign == '>' || Character.isWhitespace(sign)) {
                return false;
            }
        }
        return true;
    }

    private void code(String text) {
        String ticks = "`".repeat(longestTicks(text) + 1);
        String padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
        out.append(ticks).append(padding).append(text).append(padding).append(ticks);
    }

    private static int longestTicks(String text) {
        int longest = 0;
        int run = 0;
        for (int i = text.indexOf('`'); i >= 0 && i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Each run of space as one, and what would be markup marked as none. */
    private void escaped(String text) {
        if (isPlain(text)) {
            out.append(text);
            return;
        }
        boolean afterSpace = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean space = isSpace(sign);
            if (space && afterSpace) {
                continue;
            }
            afterSpace = space;
            if (isMarkup(text, i)) {
                out.append('\\');
            }
            out.append(space ? ' ' : sign);
        }
    }

    /** Asked first, because nearly every text is. */
    private static boolean isPlain(String text) {
        char before = 'x';
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '\\', '`', '*', '[', ']', '<', '_', '&', '\t', '\r', '\n' -> {
                    return false;
                }
                case ' ' -> {
                    if (before == ' ') {
                        return false;
                    }
                }
                default -> {}
            }
            before = sign;
        }
        return true;
    }

    private static boolean isMarkup(String text, int at) {
        return switch (text.charAt(at)) {
            case '\\', '`', '*', '[', ']', '<' -> true;
            case '_' ->
                at == 0
                        || at + 1 == text.length()
                        || !isOfWord(text.codePointBefore(at))
                        || !isOfWord(text.codePointAt(at + 1));
            case '&' -> isEntity(text, at + 1);
            default -> false;
        };
    }

    private static boolean isOfWord(int sign) {
        return switch (Character.getType(sign)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(sign);
        };
    }

    /** Whether the name of a sign and a semicolon stand there. */
    private static boolean isEntity(String text, int from) {
        int end = text.indexOf(';', from);
        for (int i = from; i < end; i++) {
            char sign = text.charAt(i);
            if (sign != '#' && sign != '_' && (sign > 'z' || !Character.isLetterOrDigit(sign))) {
                return false;
            }
        }
        return end > from;
    }

    /** What was written, taken away again. */
    private String taken(int start) {
        String text = out.substring(start);
        out.setLength(start);
        return text;
    }

    /** The blocks in a box, by themselves. */
    private String taken(Element box) {
        int start = out.length();
        blocks(box);
        return taken(start);
    }

    private void line(Element element) {
        int start = out.length();
        words(element);
        line(start);
    }

    /** Makes one line of what was written. */
    private void line(int start) {
        int to = start;
        for (int i = start; i < out.length(); i++) {
            char sign = out.charAt(i);
            if (!isSpace(sign)) {
                out.setCharAt(to++, sign);
            } else if (to == start || out.charAt(to - 1) != ' ') {
                out.setCharAt(to++, ' ');
            }
        }
        out.setLength(to);
        strip(start);
    }

    /** Makes a paragraph of what was written: what would begin a heading, a list, a quotation or a rule begins none. */
    private void paragraph(int start) {
        strip(start);
        int sign = start;
        while (sign < out.length() && out.charAt(sign) >= '0' && out.charAt(sign) <= '9') {
            sign++;
        }
        String signs = sign == start ? "#+>=~|-" : ".)";
        if (sign < out.length() && signs.indexOf(out.charAt(sign)) >= 0) {
            out.insert(sign, '\\');
        }
    }

    private void strip(int start) {
        out.setLength(withoutSpace(start));
        int text = start;
        while (text < out.length() && Character.isWhitespace(out.charAt(text))) {
            text++;
        }
        out.delete(start, text);
    }

    private boolean isBlank(int start) {
        return withoutSpace(start) == start;
    }

    /** Where what was written ends, but for space. */
    private int withoutSpace(int start) {
        int end = out.length();
        while (end > start && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n';
    }
}
