package dev.lexlab.site.search;

/**
 * What a result leads to.
 *
 * @param anchor without the {@code #}; empty for the page itself
 * @param heading empty for the page itself, whose names say what it is
 * @param lead the sentence that tells what it is, or nothing
 * @param text the rest, plain
 */
record FoundSection(Kind kind, String anchor, String heading, String lead, String text) {

    static FoundSection page(Kind kind, String lead, String text) {
        return new FoundSection(kind, "", "", lead, text);
    }

    /** As a result quotes it. */
    String excerpt() {
        return lead.isEmpty() ? text.strip() : (lead + " " + text).strip();
    }
}
