package dev.lexlab.site.markup;

import org.commonmark.node.CustomNode;

/** {@code [[slug|text]]} or {@code [@id]}: a reference whose target is looked up later. */
final class ReferenceNode extends CustomNode {
    /** As {@link Fragment} has it. */
    enum Kind {
        TERM,
        CITE
    }

    private final Kind kind;
    private final String target;
    private final String text;

    ReferenceNode(Kind kind, String target, String text) {
        this.kind = kind;
        this.target = target;
        this.text = text;
    }

    Kind kind() {
        return kind;
    }

    String target() {
        return target;
    }

    /** Empty where the author gave none. */
    String text() {
        return text;
    }
}
