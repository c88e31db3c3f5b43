package dev.lexlab.site.build;

import static java.util.stream.Collectors.joining;

import dev.lexlab.site.scan.Markup;
import dev.lexlab.site.scan.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which lines of a page's source are code, and which are {@code untested} marks: the engines' HTML tells neither. The source is gone
 * through once, and a block of the page is looked up by its text, so the work grows with the page and no faster.
 */
final class SourceCode {
    private static final Pattern ASCIIDOC_VERBATIM = Pattern.compile("-{4,}|\\.{4,}|```[^`]*");
    private static final Pattern ASCIIDOC_UNSEEN = Pattern.compile("/{4,}|\\+{4,}");
    private static final Pattern ASCIIDOC_DELIMITER = Pattern.compile("--|([-=*_./+])\\1{3,}|[|,:!]===+|```.*");
    private static final Pattern ASCIIDOC_CODE = Pattern.compile("\\[(?:source\\b|listing\\b|,).*]");
    private static final Pattern ASCIIDOC_MARK = Pattern.compile("//\\s*untested(?::(.*))?");
    /** What may stand between a mark and its code: nothing, attributes, a title, a list's continuation, other comments. */
    private static final Pattern ASCIIDOC_BETWEEN = Pattern.compile("|\\[.*]|\\.[^\\s.].*|\\+|//(?!//).*");

    /** The quotes and list items that a line stands in. */
    private static final String MARKDOWN_IN = "(?:[ \\t>]|[-*+:](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))*+";

    private static final Pattern MARKDOWN_FENCE = Pattern.compile(MARKDOWN_IN + "(`{3,}+(?=[^`]*$)|~{3,}+).*");
    private static final Pattern MARKDOWN_END = Pattern.compile("[ \\t>]*+(`{3,}+|~{3,}+)");
    private static final Pattern MARKDOWN_BETWEEN = Pattern.compile("[ \\t>]*+");
    private static final Pattern MARKDOWN_COMMENT = Pattern.compile(MARKDOWN_IN + "<!--(.*)");
    private static final Pattern MARKDOWN_MARK = Pattern.compile("\\s*+untested\\s*+(?::(.*))?", Pattern.DOTALL);

    /** The numbers that {@code markup.Callouts} takes out of the page, in every form that one of the markups knows. */
    private static final Pattern CALLOUTS = Pattern.compile("(?:(?://|#|--|;;|<!--)[ \\t]*)?"
            + "(?:\\\\?<(?:\\d{1,2}|\\.)>[ \\t]*)+(?:-->)?$|(?:<!--(?:\\d{1,2}|\\.)-->[ \\t]*)+$");
    /** Nobody explains more of one line, and a longer end would be searched from each of its characters. */
    private static final int CALLOUTS_CHARACTERS = 80;

    private final List<SourceText.Line> body;
    private final Markup markup;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Deque<Integer>> byText = new HashMap<>();
    private final Map<Integer, Mark> marksByEnd = new TreeMap<>();
    private int last = -1;

    SourceCode(SourceText source) {
        body = source.body();
        markup = source.markup();
        int line = 0;
        while (line < body.size()) {
            line = 1 + (markup == Markup.MARKDOWN ? markdown(line) : asciidoc(line));
        }
    }

    /**
     * Where code stands; all are indexes of lines of the body.
     *
     * @param opener the line that makes what follows code
     * @param begin of its first line
     * @param end behind its last line
     */
    record Block(int opener, int begin, int end) {}

    /**
     * A comment that says why code cannot be tested.
     *
     * @param begin index of its first line in the body
     * @param end of its last line
     * @param reason empty where none is given
     */
    record Mark(int begin, int end, String reason) {}

    /** In the order of the source. */
    Collection<Mark> marks() {
        return marksByEnd.values();
    }

    /**
     * The block with this text that was not given yet. Ask for all that the page shows, in its order: then each of equal ones is found
     * where it stands.
     */
    Optional<Block> next(String code) {
        Deque<Integer> equal = byText.getOrDefault(key(code.lines()), new ArrayDeque<>());
        if (equal.isEmpty()) {
            return Optional.empty();
        }
        last = equal.remove();
        return Optional.of(blocks.get(last));
    }

    /** The block behind the one that was given last: where an engine changed the text of code, by an attribute say. */
    Optional<Block> behindLast() {
        if (last + 1 == blocks.size()) {
            return Optional.empty();
        }
        last++;
        return Optional.of(blocks.get(last));
    }

    /** The mark right above a block. */
    Optional<Mark> markAbove(Block block) {
        for (int i = block.opener() - 1; i >= 0; i--) {
            Mark mark = marksByEnd.get(i);
            if (mark != null) {
                return Optional.of(mark);
            }
            Pattern between = markup == Markup.MARKDOWN ? MARKDOWN_BETWEEN : ASCIIDOC_BETWEEN;
            if (!between.matcher(text(i)).matches()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Takes in what begins in a line, and gives the line that it ends in. */
    private int markdown(int line) {
        Matcher fence = MARKDOWN_FENCE.matcher(text(line));
        if (fence.matches()) {
            int end = line + 1;
            while (end < body.size() && !ends(fence.group(1), text(end))) {
                end++;
            }
            add(new Block(line, line + 1, end));
            return end;
        }
        Matcher comment = MARKDOWN_COMMENT.matcher(text(line));
        return comment.matches() ? markdownComment(line, comment.group(1)) : line;
    }

    private static boolean ends(String fence, String text) {
        Matcher end = MARKDOWN_END.matcher(text);
        return end.matches() && end.group(1).startsWith(fence);
    }

    private int markdownComment(int line, String begin) {
        StringBuilder words = new StringBuilder();
        String rest = begin;
        int end = line;
        while (!rest.contains("-->") && end + 1 < body.size()) {
            words.append(rest).append('\n');
            end++;
            rest = text(end);
        }
        int close = rest.indexOf("-->");
        words.append(close < 0 ? rest : rest.substring(0, close));
        mark(MARKDOWN_MARK.matcher(words), line, end);
        return end;
    }

    /** Takes in what begins in a line, and gives the line that it ends in. */
    private int asciidoc(int line) {
        String text = text(line);
        boolean open = text.equals("--") && line > 0 && isAsciidocCode(line - 1);
        if (open || ASCIIDOC_VERBATIM.matcher(text).matches()) {
            int end = asciidocEnd(line, text.startsWith("```") ? "```" : text);
            add(new Block(line, line + 1, end));
            return end;
        }
        if (ASCIIDOC_UNSEEN.matcher(text).matches()) {
            return asciidocEnd(line, text);
        }
        if (isAsciidocCode(line)) {
            return asciidocParagraph(line);
        }
        Matcher mark = ASCIIDOC_MARK.matcher(text);
        if (!mark.matches()) {
            return line;
        }
        int end = line;
        while (end + 1 < body.size() && isAsciidocComment(text(end + 1))) {
            end++;
        }
        mark(mark, line, end);
        return end;
    }

    private int asciidocEnd(int opener, String closing) {
        int end = opener + 1;
        while (end < body.size() && !text(end).equals(closing)) {
            end++;
        }
        return end;
    }

    private boolean isAsciidocCode(int line) {
        return ASCIIDOC_CODE.matcher(text(line)).matches();
    }

    /** Another mark is no part of the one above it. */
    private static boolean isAsciidocComment(String text) {
        return text.startsWith("//")
                && !text.startsWith("////")
                && !ASCIIDOC_MARK.matcher(text).matches();
    }

    /** Attributes alone make a paragraph code. */
    private int asciidocParagraph(int attributes) {
        int begin = attributes + 1;
        if (begin == body.size()
                || ASCIIDOC_BETWEEN.matcher(text(begin)).matches()
                || ASCIIDOC_DELIMITER.matcher(text(begin)).matches()) {
            return attributes;
        }
        int end = begin;
        while (end < body.size()
                && !text(end).isBlank()
                && !text(end).equals("+")
                && !ASCIIDOC_DELIMITER.matcher(text(end)).matches()) {
            end++;
        }
        add(new Block(attributes, begin, end));
        return end - 1;
    }

    private void mark(Matcher words, int begin, int end) {
        if (words.matches()) {
            String reason = words.group(1) == null ? "" : words.group(1).strip();
            marksByEnd.put(end, new Mark(begin, end, reason));
        }
    }

    private void add(Block block) {
        String key = key(body.subList(block.begin(), block.end()).stream().map(SourceText.Line::text));
        byText.computeIfAbsent(key, any -> new ArrayDeque<>()).add(blocks.size());
        blocks.add(block);
    }

    /** What a block's source and what the page shows of it have in common. */
    private String key(Stream<String> lines) {
        return lines.map(this::bare).filter(line -> !line.isEmpty()).collect(joining("\n"));
    }

    private String bare(String line) {
        int from = Math.max(0, line.length() - CALLOUTS_CHARACTERS);
        String code =
                line.substring(0, from) + CALLOUTS.matcher(line.substring(from)).replaceFirst("");
        if (markup == Markup.ASCIIDOC) {
            return (code.startsWith("\\include::") ? code.substring(1) : code).strip();
        }
        int begin = 0;
        while (begin < code.length() && (code.charAt(begin) == '>' || Character.isWhitespace(code.charAt(begin)))) {
            begin++;
        }
        return code.substring(begin).strip();
    }

    private String text(int line) {
        return body.get(line).text();
    }
}
