package dev.lexlab.site.markup;

import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Where something begins in the text of a page.
 *
 * @param line from 1
 * @param column from 1
 */
record MarkdownPlace(int line, int column) {

    /** Of what has none, since a tab stands before it, that of what it stands in. */
    static MarkdownPlace of(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            List<SourceSpan> spans = around.getSourceSpans();
            if (!spans.isEmpty()) {
                SourceSpan first = spans.get(0);
                // The outer of two brackets is no part of the node.
                int before = around instanceof ReferenceNode reference && reference.kind() == ReferenceNode.Kind.TERM
                        ? 1
                        : 0;
                return new MarkdownPlace(first.getLineIndex() + 1, first.getColumnIndex() + 1 - before);
            }
        }
        return new MarkdownPlace(1, 1);
    }

    /** {@code line.column}, as fragments have it. */
    @Override
    public String toString() {
        return line + "." + column;
    }
}
