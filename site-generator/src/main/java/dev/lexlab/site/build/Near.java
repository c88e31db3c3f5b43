package dev.lexlab.site.build;

import java.util.Set;

/**
 * The terms that a text may mean by their names.
 *
 * @param ofConcept slugs of those of its concept, and headwords, which are proper names; one set for all pages of a concept
 * @param declared slugs that the page names itself
 */
record Near(Set<String> ofConcept, Set<String> declared) {

    boolean holds(String slug) {
        return ofConcept.contains(slug) || declared.contains(slug);
    }
}
