package dev.lexlab.site.build;

import dev.lexlab.lab.parallel.Parallel;
import dev.lexlab.lab.yaml.YamlText;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.Myth;
import dev.lexlab.site.model.Term;
import dev.lexlab.site.model.Unchanged;
import dev.lexlab.site.parse.FrontMatter;
import dev.lexlab.site.parse.ParsedContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries and their bodies to finished terms. */
final class Terms {
    private final ParsedContent content;
    private final Glossary glossary;
    private final Bodies bodies;
    private final Unchanged unchanged;
    private final CitedSources sources;
    private final Map<String, List<String>> usedBy = new HashMap<>();
    private final Map<String, List<Term.TaskLink>> tasks = new HashMap<>();

    Terms(
            ParsedContent content,
            Glossary glossary,
            Bodies bodies,
            CitedSources sources,
            List<LabPage> labs,
            Unchanged unchanged) {
        this.content = content;
        this.glossary = glossary;
        this.bodies = bodies;
        this.unchanged = unchanged;
        this.sources = sources;
        glossary.all().forEach(this::noteUses);
        for (LabPage lab : labs) {
            for (LabPage.TaskPage task : lab.tasks()) {
                Term.TaskLink link = new Term.TaskLink(task.title(), task.url());
                task.terms().forEach(slug -> add(tasks, slug, link));
            }
        }
    }

    private void noteUses(Entry entry) {
        slugs(entry.about().requires()).forEach(slug -> add(usedBy, slug, entry.slug()));
        bodies.body(entry.url()).terms().forEach(slug -> add(usedBy, slug, entry.slug()));
    }

    private static <T> void add(Map<String, List<T>> map, String key, T value) {
        map.computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
    }

    /** By slug. */
    Map<String, Term> all() {
        Map<String, Term> terms = new LinkedHashMap<>();
        Parallel.map(glossary.all(), entry -> unchanged.part("term", entry.slug(), term(entry)))
                .forEach(term -> terms.put(term.slug(), term));
        return terms;
    }

    private Term term(Entry entry) {
        FrontMatter about = entry.about();
        Words words = unchanged.made("words", entry.slug(), about, Words::of);
        String file = entry.page().file().name();
        return new Term(
                entry.slug(),
                entry.concept(),
                entry.url(),
                entry.title(),
                words.aliases(),
                about.plural().map(YamlText::text),
                about.level(),
                words.definition(),
                known(about.requires()),
                known(about.seeAlso()),
                glossary.byTitle(usedBy.getOrDefault(entry.slug(), List.of())),
                sources.of(bodies.sources(entry.url())),
                sources.of(slugs(about.further())),
                words.myths(),
                List.copyOf(tasks.getOrDefault(entry.slug(), List.of())),
                bodies.body(entry.url()),
                file,
                editUrl(content, file));
    }

    static Optional<String> editUrl(ParsedContent content, String file) {
        return content.config().editLink().map(pattern -> pattern.replace("{path}", file));
    }

    private List<String> known(List<YamlText> slugs) {
        return slugs(slugs).stream()
                .filter(slug -> glossary.find(slug).isPresent())
                .toList();
    }

    private static List<String> slugs(List<YamlText> texts) {
        return texts.stream().map(YamlText::text).toList();
    }

    /** What front matter says in words, as pages show it. */
    private record Words(List<String> aliases, String definition, List<Myth> myths) {

        static Words of(FrontMatter about) {
            return new Words(
                    about.aliases().stream().map(YamlText::text).toList(),
                    InlineText.html(about.definition()),
                    about.myths().stream().map(Words::myth).toList());
        }

        private static Myth myth(FrontMatter.RawMyth myth) {
            return new Myth(InlineText.html(myth.belief()), InlineText.html(myth.truth()), InlineText.html(myth.see()));
        }
    }
}
