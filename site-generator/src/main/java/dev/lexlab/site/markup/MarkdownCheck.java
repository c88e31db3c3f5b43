package dev.lexlab.site.markup;

import dev.lexlab.lab.problem.Problem;
import dev.lexlab.site.scan.Limits;
import dev.lexlab.site.scan.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** What Markdown would let through in silence. */
final class MarkdownCheck {
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";
    private static final Pattern TABS = Pattern.compile("\\s*<!--\\s*tabs\\s*-->\\s*");

    private final SourceText source;
    private final List<Problem> problems = new ArrayList<>();
    private final DefinitionMap<FootnoteDefinition> footnotes = new DefinitionMap<>(FootnoteDefinition.class);
    /** By the footnote that each stands in, or the document. */
    private final Map<Node, List<FootnoteReference>> calls = new HashMap<>();

    private final TableCheck tables;
    private boolean isTooDeep;

    MarkdownCheck(SourceText source, Node document) {
        this.source = source;
        this.tables = new TableCheck(source, problems);
        walk(document);
        if (!isTooDeep) {
            checkFootnotes(document);
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
            tables.checkText(text);
        } else if (node instanceof HtmlInline inline) {
            checkHtml(node, inline.getLiteral());
        } else if (node instanceof HtmlBlock block) {
            checkBlock(block);
        } else if (node instanceof UndefinedNode undefined) {
            checkUndefined(undefined);
        } else if (node instanceof TableRow row) {
            tables.checkRow(row);
        } else if (node instanceof FootnoteReference call) {
            calls.computeIfAbsent(footnoteAround(call), unused -> new ArrayList<>())
                    .add(call);
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
        checkHtml(block, block.getLiteral());
        if (isTabs(block) && !Definition.isTerm(block.getNext())) {
            tell(block, "no definition list follows that could be shown as tabs", "'Name' and ':   text' below it");
        }
    }

    /** Comments do no harm, and the end of an element was told with its beginning. */
    private void checkHtml(Node node, String html) {
        if (!isOfComments(html) && !html.startsWith("</")) {
            String tag = html.strip().lines().findFirst().orElse("");
            tell(node, "HTML is not allowed here: " + tag, "write it in Markdown");
        }
    }

    private static boolean isOfComments(String html) {
        int at = 0;
        while (html.startsWith(COMMENT, at)) {
            int end = html.indexOf(COMMENT_END, at);
            at = end < 0 ? html.length() : end + COMMENT_END.length();
            while (at < html.length() && Character.isWhitespace(html.charAt(at))) {
                at++;
            }
        }
        return at == html.length();
    }

    private void checkUndefined(UndefinedNode node) {
        String label = node.label();
        switch (node.kind()) {
            case LINK -> tell(node, "link '" + label + "' is not defined", "add a line '[" + label + "]: address'");
            case FOOTNOTE ->
                tell(node, "footnote '" + label + "' is not defined", "add a line '[^" + label + "]: text'");
        }
    }

    /** One that no text leads to is dropped, also where others lead to it that are dropped. */
    private void checkFootnotes(Node document) {
        Set<Node> written = new HashSet<>();
        Deque<Node> toRead = new ArrayDeque<>(List.of(document));
        while (!toRead.isEmpty()) {
            for (FootnoteReference call : calls.getOrDefault(toRead.remove(), List.of())) {
                Node footnote = footnotes.get(call.getLabel());
                if (footnote != null && written.add(footnote)) {
                    toRead.add(footnote);
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

    /** The document where it stands in none. */
    private static Node footnoteAround(Node node) {
        Node around = node;
        while (!(around instanceof FootnoteDefinition) && around.getParent() != null) {
            around = around.getParent();
        }
        return around;
    }

    private void tell(Node node, String what, String next) {
        MarkdownPlace place = MarkdownPlace.of(node);
        problems.add(new Problem(source.place(place.line(), place.column()), what, next));
    }
}
