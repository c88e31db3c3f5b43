package dev.lexlab.site.markup;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** {@code [[slug|text]]} or {@code [@id]}: a reference whose target is looked up later. */
final class ReferenceNode extends Node {
    private final String kind;
    private final String target;
    private final String text;

    ReferenceNode(BasedSequence chars, String kind, String target, String text) {
        super(chars);
        this.kind = kind;
        this.target = target;
        this.text = text;
    }

    String kind() {
        return kind;
    }

    String target() {
        return target;
    }

    String text() {
        return text;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
