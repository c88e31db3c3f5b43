package dev.lexlab.site.lookup;

import static java.util.Locale.ROOT;

import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.YamlText;
import dev.lexlab.site.parse.FrontMatter;
import dev.lexlab.site.parse.FrontMatterReader;
import dev.lexlab.site.scan.ContentScanner;
import dev.lexlab.site.scan.PageFile;
import dev.lexlab.site.scan.Roots;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The door: finds terms by any of their names, spelt as people type them. Faulty pages are passed over. */
public final class TermLookup {
    /** More suggestions than this are a list, not a help. */
    private static final int MOST_SUGGESTED = 5;

    private final Map<String, Definition> byKey = new LinkedHashMap<>();
    private final Map<String, String> nameOfKey = new LinkedHashMap<>();

    public TermLookup(Roots roots) throws IOException {
        Problems passedOver = new Problems();
        FrontMatterReader reader = new FrontMatterReader(passedOver);
        Map<PageFile, FrontMatter> pages = new LinkedHashMap<>();
        for (PageFile page : new ContentScanner(roots, passedOver).scan().pages()) {
            if (page.kind() != PageFile.Kind.GUIDE) {
                reader.read(page.source()).ifPresent(about -> pages.put(page, about));
            }
        }
        Map<String, String> titles = new LinkedHashMap<>();
        pages.forEach((page, about) -> titles.put(page.slug(), about.term().text()));
        pages.forEach((page, about) -> add(page, about, titles));
    }

    private void add(PageFile page, FrontMatter about, Map<String, String> titles) {
        Definition definition = new Definition(
                about.term().text(),
                about.aliases().stream().map(YamlText::text).toList(),
                about.level(),
                about.definition(),
                about.requires().stream()
                        .map(slug -> titles.getOrDefault(slug.text(), slug.text()))
                        .toList(),
                page.concept() + "/" + page.slug() + ".html");
        List<String> names = new ArrayList<>(List.of(definition.title()));
        if (page.kind() == PageFile.Kind.TERM) {
            names.add(page.slug());
        }
        names.addAll(definition.names());
        about.plural().ifPresent(plural -> names.add(plural.text()));
        for (String name : names) {
            byKey.putIfAbsent(key(name), definition);
            nameOfKey.putIfAbsent(key(name), name);
        }
    }

    /** The term a word names: by any name, whatever its case, spaces and hyphens; or the only term a name of which begins so. */
    public Optional<Definition> find(String word) {
        String key = key(word);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Definition exact = byKey.get(key);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<Definition> begun = byKey.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(key))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    /** Names a word may have meant, the likeliest first. */
    public List<String> suggestions(String word) {
        String key = key(word);
        TreeSet<String> begun = new TreeSet<>();
        nameOfKey.forEach((other, name) -> {
            if (!key.isEmpty() && other.startsWith(key)) {
                begun.add(name);
            }
        });
        List<String> suggestions = new ArrayList<>(begun);
        int farthest = Math.max(2, key.length() / 2);
        nameOfKey.entrySet().stream()
                .filter(entry -> !begun.contains(entry.getValue()))
                .filter(entry -> DidYouMean.distance(key, entry.getKey()) <= farthest)
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, String> entry) -> DidYouMean.distance(key, entry.getKey()))
                        .thenComparing(Map.Entry::getValue))
                .map(Map.Entry::getValue)
                .forEach(suggestions::add);
        return List.copyOf(suggestions.subList(0, Math.min(suggestions.size(), MOST_SUGGESTED)));
    }

    private static String key(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(ROOT);
        String letters = composed.replaceAll("[^\\p{L}\\p{N}\\p{M}]", "");
        return letters.isEmpty() ? composed.strip() : letters; // a name may be a sign alone
    }
}
