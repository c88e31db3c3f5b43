package dev.lexlab.site.exchange;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;

import dev.lexlab.site.dom.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Elements to Markdown as GitHub reads it. It knows what stands on our pages: whatever else is a block counts as a box around its
 * blocks, and whatever else is inline as its words.
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

    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]+");
    private static final Pattern SPECIAL =
            Pattern.compile("[\\\\`*\\[\\]<]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=[#\\w]+;)");
    /** What would begin a heading, a list, a quotation or a rule, up to the sign that makes it so. */
    private static final Pattern BEGINNING = Pattern.compile("^(\\d+(?=[.)])|(?=[#+>=~|-]))");

    private static final Pattern TICKS = Pattern.compile("`+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\s*\\n\\s*");
    private static final Pattern BEFORE_TEXT = Pattern.compile("\\n(?=[^\\n])");
    /** In an address, what asks for angle brackets around it. */
    private static final Pattern NOT_BARE = Pattern.compile("[\\s()<>]");

    String write(Element element) {
        return blocks(element) + "\n";
    }

    /** The blocks in a box, an empty line between each two; words that stand beside blocks are a block as well. */
    private String blocks(Element box) {
        List<String> written = new ArrayList<>();
        StringBuilder loose = new StringBuilder();
        for (Node node : box.childNodes()) {
            if (node instanceof Element element && isBlock(element)) {
                take(written, paragraph(loose.toString()));
                loose.setLength(0);
                take(written, block(element));
            } else {
                loose.append(inline(node));
            }
        }
        take(written, paragraph(loose.toString()));
        return String.join("\n\n", written);
    }

    private static void take(List<String> written, String block) {
        if (!block.isBlank()) {
            written.add(block);
        }
    }

    private static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName())
                || element.children().stream().anyMatch(MarkdownWriter::isBlock);
    }

    private String block(Element element) {
        String name = element.normalName();
        return switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> "#".repeat(name.charAt(1) - '0') + " " + line(element);
            case "p" -> element.hasClass(FACTS) ? facts(element) : paragraph(words(element));
            case "pre" -> fenced(element);
            case "ul" -> list(element, false);
            case "ol" -> list(element, true);
            case "dl" -> definitions(element);
            case "table" -> table(element);
            case "blockquote" -> quoted(blocks(element));
            case "aside" -> note(element);
            case "summary", "dt" -> "**" + line(element) + "**";
            case "figcaption" -> "*" + line(element) + "*";
            case "hr" -> "---";
            default -> blocks(element);
        };
    }

    private String facts(Element element) {
        return element.childNodes().stream()
                .map(node -> line(inline(node)))
                .filter(fact -> !fact.isEmpty())
                .collect(joining(" · "));
    }

    private static String fenced(Element pre) {
        Element code = Query.first(pre, "code");
        String language = code == null
                ? ""
                : code.classNames().stream()
                        .filter(name -> name.startsWith("language-"))
                        .map(name -> name.substring("language-".length()))
                        .findFirst()
                        .orElse("");
        Element numbered = pre.clone();
        Query.all(numbered, "b.conum").forEach(mark -> mark.text(" (" + mark.attr("data-n") + ")"));
        String text = numbered.wholeText().stripTrailing();
        String fence = "`".repeat(Math.max(3, longestTicks(text) + 1));
        return fence + language + "\n" + text + "\n" + fence;
    }

    private String list(Element list, boolean numbered) {
        List<String> items = new ArrayList<>();
        for (Element item : list.children()) {
            String mark = numbered ? items.size() + 1 + ". " : "- ";
            items.add(mark + indented(blocks(item), mark.length()));
        }
        return String.join(items.stream().anyMatch(item -> item.contains("\n\n")) ? "\n\n" : "\n", items);
    }

    /** GitHub's Markdown has no such list: one of bold words, each with what it means. */
    private String definitions(Element list) {
        List<String> items = new ArrayList<>();
        for (Element part : Query.all(list, "> dt, > dd, > div > dt, > div > dd")) {
            if (part.normalName().equals("dt")) {
                items.add("- **" + line(part) + "**");
            } else if (!items.isEmpty()) {
                String meaning = blocks(part);
                boolean oneLine = !meaning.contains("\n")
                        && Query.all(part, "> pre, > ul, > ol, > div, > table").isEmpty();
                int last = items.size() - 1;
                items.set(last, items.get(last) + (oneLine ? ": " + meaning : "\n\n  " + indented(meaning, 2)));
            }
        }
        return String.join(items.stream().anyMatch(item -> item.contains("\n\n")) ? "\n\n" : "\n", items);
    }

    private String table(Element table) {
        StringBuilder rows = new StringBuilder();
        boolean ruled = false;
        for (Element row : Query.all(table, "tr")) {
            List<String> cells =
                    Query.all(row, "> th, > td").stream().map(this::cell).toList();
            rows.append("| ").append(String.join(" | ", cells)).append(" |\n");
            if (!ruled) {
                rows.append("|").append(" --- |".repeat(cells.size())).append('\n');
                ruled = true;
            }
        }
        return rows.toString().stripTrailing();
    }

    private String cell(Element cell) {
        return LINE_ENDS.matcher(blocks(cell).replace("|", "\\|")).replaceAll("<br>");
    }

    /** The kinds of notes are those that GitHub tells apart, too. */
    private String note(Element aside) {
        String kind = aside.attr("data-kind");
        return kind.isEmpty() ? blocks(aside) : quoted("[!" + kind.toUpperCase(ROOT) + "]\n" + blocks(aside));
    }

    private static String quoted(String text) {
        return text.lines().map(line -> ("> " + line).stripTrailing()).collect(joining("\n"));
    }

    private static String indented(String text, int by) {
        return BEFORE_TEXT.matcher(text).replaceAll("\n" + " ".repeat(by));
    }

    private String line(Element element) {
        return line(words(element));
    }

    private static String line(String words) {
        return squeezed(words).strip();
    }

    private static String paragraph(String words) {
        return BEGINNING.matcher(words.strip()).replaceFirst("$1\\\\");
    }

    private String words(Element element) {
        return element.childNodes().stream().map(this::inline).collect(joining());
    }

    private String inline(Node node) {
        if (node instanceof TextNode text) {
            return escaped(squeezed(text.getWholeText()));
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        return switch (element.normalName()) {
            case "code", "kbd", "samp" -> code(element.text());
            case "strong", "b" -> around("**", words(element));
            case "dfn" -> around("**", words(element)) + ":";
            case "em", "i", "cite" -> around("*", words(element));
            case "a" -> link(words(element), element.attr("href"));
            case "img" -> "!" + link(escaped(element.attr("alt")), element.attr("src"));
            case "br" -> "\\\n";
            default -> words(element);
        };
    }

    private static String escaped(String text) {
        return hasAny("\\`*[]<_&", text) ? SPECIAL.matcher(text).replaceAll("\\\\$0") : text;
    }

    private static String squeezed(String words) {
        return hasAny("\t\r\n", words) || words.contains("  ")
                ? SPACE.matcher(words).replaceAll(" ")
                : words;
    }

    /** Asked first, because nearly no text has any, and a pattern takes its time to find nothing. */
    private static boolean hasAny(String signs, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Marks touch the words they are about; spaces stay outside. */
    private static String around(String mark, String words) {
        String inner = words.strip();
        if (inner.isEmpty()) {
            return words;
        }
        int start = words.indexOf(inner);
        return words.substring(0, start) + mark + inner + mark + words.substring(start + inner.length());
    }

    private static String link(String words, String address) {
        return "[" + line(words) + "](" + (NOT_BARE.matcher(address).find() ? "<" + address + ">" : address) + ")";
    }

    private static String code(String text) {
        String ticks = "`".repeat(longestTicks(text) + 1);
        String padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return ticks + padding + text + padding + ticks;
    }

    private static int longestTicks(String text) {
        return TICKS.matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }
}
