package dev.lexlab.site.render;

import dev.lexlab.site.model.Term;

/**
 * A term as lists and cards show it: without its text, so that an edit of the text changes none of them.
 *
 * @param url from the site's root
 * @param definition one sentence as HTML
 */
record Brief(String slug, String title, String url, String level, String definition) {

    static Brief of(Term term) {
        return new Brief(term.slug(), term.title(), term.url(), term.level(), term.definition());
    }
}
