package dev.lexlab.site.build;

import static java.util.stream.Collectors.toSet;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.YamlText;
import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.Term;
import dev.lexlab.site.parse.SiteConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Concepts in the order of site.yml, their terms in reading order; what it does not list follows by title. */
final class Navigation {
    private final SiteConfig config;
    private final Glossary glossary;
    private final Problems problems;

    Navigation(SiteConfig config, Glossary glossary, Problems problems) {
        this.config = config;
        this.glossary = glossary;
        this.problems = problems;
    }

    List<Concept> concepts(Map<String, Term> terms, List<LabDefinition> labs) {
        Set<String> folders = new TreeSet<>();
        glossary.all().forEach(entry -> folders.add(entry.concept()));
        List<Concept> concepts = new ArrayList<>();
        Set<String> listed = new LinkedHashSet<>();
        for (SiteConfig.Entry entry : config.navigation()) {
            if (!listed.add(entry.concept())) {
                problems.add(entry.place(), "concept '" + entry.concept() + "' stands here a second time", "");
            } else if (!folders.contains(entry.concept())) {
                problems.add(
                        entry.place(),
                        "concept '" + entry.concept() + "' has no folder in content",
                        DidYouMean.hint(entry.concept(), folders));
            } else {
                concept(entry, terms, labs).ifPresent(concepts::add);
            }
        }
        unlisted(listed).forEach(entry -> concept(entry, terms, labs).ifPresent(concepts::add));
        return List.copyOf(concepts);
    }

    /** By title; what site.yml would say of them, their overview says. */
    private List<SiteConfig.Entry> unlisted(Set<String> listed) {
        List<String> headwords = glossary.all().stream()
                .filter(entry -> entry.headword() && !listed.contains(entry.concept()))
                .map(Entry::slug)
                .toList();
        return glossary.byTitle(headwords).stream()
                .flatMap(slug -> glossary.find(slug).stream())
                .map(entry -> new SiteConfig.Entry(
                        entry.about().place(),
                        entry.concept(),
                        entry.title(),
                        entry.about().definition().replace("`", ""),
                        List.of()))
                .toList();
    }

    private Optional<Concept> concept(SiteConfig.Entry entry, Map<String, Term> terms, List<LabDefinition> labs) {
        List<Entry> all = glossary.all().stream()
                .filter(term -> term.concept().equals(entry.concept()))
                .toList();
        Optional<Entry> headword = all.stream().filter(Entry::headword).findFirst();
        if (headword.isEmpty()) {
            return Optional.empty(); // told where the folder was read
        }
        List<Term> ordered = new ArrayList<>();
        for (String slug : order(entry, all)) {
            Optional.ofNullable(terms.get(slug)).ifPresent(ordered::add);
        }
        Term first = terms.get(headword.get().slug());
        if (first == null) {
            return Optional.empty();
        }
        List<String> practised = labs.stream()
                .filter(lab -> lab.concept().equals(entry.concept()))
                .map(LabDefinition::id)
                .toList();
        return Optional.of(
                new Concept(entry.concept(), entry.title(), entry.summary(), first, List.copyOf(ordered), practised));
    }

    private List<String> order(SiteConfig.Entry entry, List<Entry> all) {
        Set<String> own = new LinkedHashSet<>();
        all.stream().filter(term -> !term.headword()).forEach(term -> own.add(term.slug()));
        Set<String> listed = entry.terms().stream().map(YamlText::text).collect(toSet());
        Set<String> order = new LinkedHashSet<>();
        for (YamlText slug : entry.terms()) {
            if (glossary.isUnreadable(slug.text())) {
                continue; // its own page says why
            }
            if (!own.contains(slug.text())) {
                problems.add(
                        slug.place(),
                        "concept '" + entry.concept() + "' has no term '" + slug + "'",
                        DidYouMean.hint(slug.text(), own));
            } else if (!order.add(slug.text())) {
                problems.add(slug.place(), "term '" + slug + "' stands here a second time", "");
            } else {
                refuseWhatComesLater(slug, listed, order);
            }
        }
        order.addAll(glossary.byTitle(own));
        return List.copyOf(order);
    }

    /** The order is a promise: nothing is used before it is explained. */
    private void refuseWhatComesLater(YamlText slug, Set<String> listed, Set<String> before) {
        glossary.find(slug.text()).stream()
                .flatMap(term -> term.about().requires().stream())
                .map(YamlText::text)
                .filter(needed -> listed.contains(needed) && !before.contains(needed))
                .forEach(needed -> problems.add(
                        slug.place(),
                        "term '" + slug + "' requires '" + needed + "', which comes later in the reading order",
                        "move '" + needed + "' up, or '" + slug + "' down"));
    }
}
