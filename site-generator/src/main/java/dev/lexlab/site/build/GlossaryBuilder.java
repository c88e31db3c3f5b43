package dev.lexlab.site.build;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.toSet;

import dev.lexlab.lab.files.HeadwordSlug;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.YamlText;
import dev.lexlab.site.model.PlainText;
import dev.lexlab.site.parse.FrontMatter;
import dev.lexlab.site.parse.ParsedPage;
import dev.lexlab.site.scan.PageFile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pages to a {@link Glossary} in which every name means one thing and no term requires itself. */
final class GlossaryBuilder {
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    GlossaryBuilder(Problems problems) {
        this.problems = problems;
    }

    Glossary build(List<ParsedPage> pages) {
        pages.forEach(page -> entry(page).ifPresent(this::add));
        refuseSharedNames();
        Glossary glossary = new Glossary(entries, unreadable(pages), problems);
        entries.values().forEach(entry -> {
            entry.about().requires().forEach(slug -> glossary.require(slug.text(), slug.place()));
            entry.about().seeAlso().forEach(slug -> glossary.require(slug.text(), slug.place()));
        });
        new Circles(entries, problems).refuse();
        return glossary;
    }

    private static Optional<Entry> entry(ParsedPage page) {
        PageFile file = page.file();
        if (page.frontMatter().isEmpty()) {
            return Optional.empty();
        }
        FrontMatter about = page.frontMatter().get();
        boolean headword = file.kind() == PageFile.Kind.OVERVIEW;
        String slug = headword ? HeadwordSlug.of(about.term().text(), file.concept()) : file.slug();
        String url = file.concept() + "/" + file.slug() + ".html";
        return Optional.of(new Entry(slug, file.concept(), url, headword, about, page));
    }

    private static Set<String> unreadable(List<ParsedPage> pages) {
        return pages.stream()
                .filter(page -> page.file().kind() == PageFile.Kind.TERM)
                .filter(page -> page.frontMatter().isEmpty())
                .map(page -> page.file().slug())
                .collect(toSet());
    }

    private void add(Entry entry) {
        Entry first = entries.putIfAbsent(entry.slug(), entry);
        if (first != null) {
            problems.add(
                    entry.about().term().place(),
                    "term '" + entry.slug() + "' is defined a second time",
                    "first: " + first.page().file().name());
        }
    }

    private void refuseSharedNames() {
        Map<String, Entry> owners = new LinkedHashMap<>();
        entries.values().forEach(entry -> owners.put(folded(entry.slug()), entry));
        for (Entry entry : entries.values()) {
            for (YamlText name : placedNames(entry)) {
                Entry owner = owners.putIfAbsent(folded(name.text()), entry);
                if (owner != null && !owner.equals(entry)) {
                    problems.add(
                            name.place(),
                            "'" + name.text() + "' also names term '" + owner.slug() + "'",
                            "each name has one term; see "
                                    + owner.about().term().place());
                }
            }
        }
    }

    /** One name, however its letters and their marks were typed. */
    private static String folded(String name) {
        String normal = PlainText.isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFC);
        return normal.toLowerCase(ROOT);
    }

    private static List<YamlText> placedNames(Entry entry) {
        List<YamlText> names = new ArrayList<>();
        names.add(entry.about().term());
        names.addAll(entry.about().aliases());
        entry.about().plural().ifPresent(names::add);
        return names;
    }
}
