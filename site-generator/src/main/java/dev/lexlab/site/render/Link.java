package dev.lexlab.site.render;

import dev.lexlab.site.model.Term;

/**
 * A page as others name it.
 *
 * @param url from the site's root
 */
record Link(String title, String url) {

    static Link to(Term term) {
        return new Link(term.title(), term.url());
    }
}
