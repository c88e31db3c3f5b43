package dev.lexlab.site.markup;

import org.commonmark.node.CustomNode;

/** {@code [text][label]} or {@code [^label]}, where no line of the page says what the label stands for. */
final class UndefinedNode extends CustomNode {
    enum Kind {
        LINK,
        FOOTNOTE
    }

    private final Kind kind;
    private final String label;
    private final String source;

    UndefinedNode(Kind kind, String label, String source) {
        this.kind = kind;
        this.label = label;
        this.source = source;
    }

    Kind kind() {
        return kind;
    }

    String label() {
        return label;
    }

    /** As the author wrote it. */
    String source() {
        return source;
    }
}
