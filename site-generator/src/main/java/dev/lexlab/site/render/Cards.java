package dev.lexlab.site.render;

import dev.lexlab.site.model.LabPage.TaskPage;
import dev.lexlab.site.model.Term;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The terms a page links to, each once: their definitions come with the page. */
final class Cards {
    private final Map<String, Brief> briefs;

    /** @param briefs of all terms, by slug */
    Cards(Map<String, Brief> briefs) {
        this.briefs = briefs;
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
        return slugs.stream().map(this::card).toList();
    }

    private Brief card(String slug) {
        Brief brief = briefs.get(slug);
        if (brief == null) {
            throw new IllegalArgumentException("the site has no term '" + slug + "'");
        }
        return brief;
    }
}
