package dev.lexlab.site.render;

import dev.lexlab.site.model.LabPage.TaskPage;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The terms a page links to, each once: their definitions come with the page. */
final class Cards {
    private final Site site;

    Cards(Site site) {
        this.site = site;
    }

    List<Brief> of(Term term) {
        Set<String> slugs = new LinkedHashSet<>(term.body().terms());
        slugs.addAll(term.requires());
        slugs.addAll(term.seeAlso());
        return cards(slugs);
    }

    List<Brief> of(TaskPage task) {
        Set<String> slugs = new LinkedHashSet<>(task.guide().terms());
        slugs.addAll(task.terms());
        return cards(slugs);
    }

    private List<Brief> cards(Collection<String> slugs) {
        return slugs.stream().map(this::term).map(Brief::of).toList();
    }

    private Term term(String slug) {
        Term term = site.terms().get(slug);
        if (term == null) {
            throw new IllegalArgumentException("the site has no term '" + slug + "'");
        }
        return term;
    }
}
