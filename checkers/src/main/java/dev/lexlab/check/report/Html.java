package dev.lexlab.check.report;

import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;

/** Markup of ours, and text in it. Nothing becomes markup that was not written down in this package. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Markup, word for word: never anything that was read. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        out.append(Sink.HTML.encode(text));
        return this;
    }

    /** All of it that was kept. */
    Html text(Untrusted text) {
        return text(text.value());
    }

    /** A number of ours. */
    Html number(long number) {
        out.append(number);
        return this;
    }

    /** An element that holds nothing but text. */
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
