package dev.lexlab.site.markup;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.Limits;
import dev.lexlab.site.scan.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** What Markdown would let through in silence. */
final class MarkdownCheck {
    private static final String COMMENT = "<!--";
    private static final Pattern TABS = Pattern.compile("\\s*<!--\\s*tabs\\s*-->\\s*");
    private static final Pattern COMMENTS = Pattern.compile("(?:\\s*<!--.*?-->)+\\s*", Pattern.DOTALL);
    private static final Pattern UNDER_A_HEAD = Pattern.compile("[ \\t]*\\|?[ \\t]*:?-+:?[ \\t]*\\|[-:| \\t]*");

    private final SourceText source;
    private final List<Problem> problems = new ArrayList<>();
    private final DefinitionMap<FootnoteDefinition> footnotes = new DefinitionMap<>(FootnoteDefinition.class);
    private final List<FootnoteReference> calls = new ArrayList<>();
    private boolean isTooDeep;

    MarkdownCheck(SourceText source, Node document) {
        this.source = source;
        walk(document);
        if (!isTooDeep) {
            checkFootnotes();
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** Then that is the only problem that it tells. */
    boolean isTooDeep() {
        return isTooDeep;
    }

    /** By their labels; of two with the same the first. */
    DefinitionMap<FootnoteDefinition> footnotes() {
        return footnotes;
    }

    /** Whether what follows is to be shown as tabs. */
    static boolean isTabs(@Nullable Node node) {
        return node instanceof HtmlBlock block
                && TABS.matcher(block.getLiteral()).matches();
    }

    /**
     * In the order of the text, what stands in a node before what follows it. Without recursion, which is what a deep document would
     * break.
     */
    private void walk(Node document) {
        int depth = 0;
        Node node = document;
        while (true) {
            Node next = node.getFirstChild();
            if (next != null) {
                depth++;
            }
            while (next == null && depth > 0) {
                next = node.getNext();
                if (next == null) {
                    node = node.getParent();
                    depth--;
                }
            }
            if (next == null) {
                return;
            }
            node = next;
            if (depth > Limits.NESTED_DEEP) {
                isTooDeep = true;
                problems.clear();
                problems.add(new Problem(
                        source.place(MarkdownPlace.of(node).line(), 0),
                        "quotes, lists or brackets stand in each other more than " + Limits.NESTED_DEEP + " deep",
                        "flatten them"));
                return;
            }
            check(node);
        }
    }

    private void check(Node node) {
        if (leads(node) && isInPicture(node)) {
            tell(
                    node,
                    "links, notes and pictures have no place in the words that stand for a picture",
                    "describe it in plain words");
        }
        if (node instanceof Text text) {
            checkText(text);
        } else if (node instanceof HtmlInline inline) {
            checkHtml(node, inline.getLiteral(), inline.getLiteral().startsWith(COMMENT));
        } else if (node instanceof HtmlBlock block) {
            checkBlock(block);
        } else if (node instanceof UndefinedNode undefined) {
            checkUndefined(undefined);
        } else if (node instanceof TableRow row) {
            checkRow(row);
        } else if (node instanceof FootnoteReference call) {
            calls.add(call);
        } else if (node instanceof FootnoteDefinition footnote) {
            if (footnotes.putIfAbsent(footnote.getLabel(), footnote) != null) {
                tell(
                        footnote,
                        "footnote '" + footnote.getLabel() + "' is defined once more",
                        "give one of the two another name");
            }
        }
    }

    private static boolean leads(Node node) {
        return node instanceof Link
                || node instanceof Image
                || node instanceof ReferenceNode
                || node instanceof FootnoteReference;
    }

    private static boolean isInPicture(Node node) {
        Node around = node.getParent();
        while (around != null && !(around instanceof Image)) {
            around = around.getParent();
        }
        return around != null;
    }

    private void checkBlock(HtmlBlock block) {
        checkHtml(
                block, block.getLiteral(), COMMENTS.matcher(block.getLiteral()).matches());
        if (isTabs(block) && !Definition.isTerm(block.getNext())) {
            tell(block, "no definition list follows that could be shown as tabs", "'Name' and ':   text' below it");
        }
    }

    /** Comments do no harm, and the end of an element was told with its beginning. */
    private void checkHtml(Node node, String html, boolean isComment) {
        if (!isComment && !html.startsWith("</")) {
            String tag = html.strip().lines().findFirst().orElse("");
            tell(node, "HTML is not allowed here: " + tag, "write it in Markdown");
        }
    }

    private void checkUndefined(UndefinedNode node) {
        String label = node.label();
        switch (node.kind()) {
            case LINK -> tell(node, "link '" + label + "' is not defined", "add a line '[" + label + "]: address'");
            case FOOTNOTE ->
                tell(node, "footnote '" + label + "' is not defined", "add a line '[^" + label + "]: text'");
        }
    }

    /** A table whose head has more cells than the line below it is none, and would be a paragraph full of bars. */
    private void checkText(Text text) {
        String words = text.getLiteral();
        if (words.indexOf('|') >= 0
                && text.getParent() instanceof Paragraph
                && text.getPrevious() != null
                && UNDER_A_HEAD.matcher(words).matches()) {
            tell(
                    text,
                    "this is no table: the line above has more cells than this one",
                    "'\\|' where a bar is no border, else another '---|'");
        }
    }

    /** Cells for which the table's head has none are dropped. */
    private void checkRow(TableRow row) {
        Node part = row.getParent();
        List<SourceSpan> spans = row.getSourceSpans();
        if (part instanceof TableHead || spans.isEmpty()) {
            return;
        }
        int cells = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells++;
        }
        SourceSpan span = spans.get(0);
        String line = source.body().get(span.getLineIndex()).text();
        int beyond = firstBeyond(line, span.getColumnIndex(), cells);
        if (beyond < line.length()) {
            problems.add(new Problem(
                    source.place(span.getLineIndex() + 1, beyond + 1),
                    "this cell has no place: the table's head has " + cells,
                    "'\\|' where a bar is no border, else another cell for the head"));
        }
    }

    /** Where something stands in a row behind its last cell; the row's end where nothing does. */
    private static int firstBeyond(String row, int begin, int cells) {
        int at = begin;
        while (at < row.length() && (row.charAt(at) == ' ' || row.charAt(at) == '\t')) {
            at++;
        }
        int cell = at < row.length() && row.charAt(at) == '|' ? -1 : 0;
        for (; at < row.length(); at++) {
            char sign = row.charAt(at);
            if (sign == '|') {
                cell++;
            } else if (cell >= cells && sign != ' ' && sign != '\t') {
                return at;
            } else if (sign == '\\' && at + 1 < row.length() && row.charAt(at + 1) == '|') {
                at++;
            }
        }
        return at;
    }

    /** One that no text leads to is dropped, also where others lead to it that are dropped. */
    private void checkFootnotes() {
        Set<Node> written = new HashSet<>();
        int before = -1;
        while (written.size() > before) {
            before = written.size();
            for (FootnoteReference call : calls) {
                Node around = footnoteAround(call);
                if (around == null || written.contains(around)) {
                    written.add(footnotes.get(call.getLabel()));
                }
            }
        }
        for (FootnoteDefinition footnote : footnotes.values()) {
            if (!written.contains(footnote)) {
                tell(
                        footnote,
                        "no text leads to footnote '" + footnote.getLabel() + "'",
                        "'[^" + footnote.getLabel() + "]' where it belongs, or delete it");
            }
        }
    }

    private static @Nullable Node footnoteAround(Node node) {
        Node around = node;
        while (around != null && !(around instanceof FootnoteDefinition)) {
            around = around.getParent();
        }
        return around;
    }

    private void tell(Node node, String what, String next) {
        MarkdownPlace place = MarkdownPlace.of(node);
        problems.add(new Problem(source.place(place.line(), place.column()), what, next));
    }
}
