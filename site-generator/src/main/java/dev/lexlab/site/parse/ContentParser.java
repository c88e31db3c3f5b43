package dev.lexlab.site.parse;

import dev.lexlab.lab.parallel.Parallel;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.markup.Fragment;
import dev.lexlab.site.markup.Fragments;
import dev.lexlab.site.scan.AsciidocHeader;
import dev.lexlab.site.scan.PageFile;
import dev.lexlab.site.scan.ScannedContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The door: what was found to what it says. */
public final class ContentParser {
    private static final Fragment NOTHING = new Fragment("", List.of());

    private final Fragments fragments;
    private final KeptPages keptPages;
    private final Problems problems;

    /**
     * A parser for one build.
     *
     * @param keptPages what the build before has left, and filled for the next one
     */
    public ContentParser(Fragments fragments, KeptPages keptPages, Problems problems) {
        this.fragments = fragments;
        this.keptPages = keptPages;
        this.problems = problems;
    }

    public ParsedContent parse(ScannedContent scanned) {
        Map<String, ParsedPage> kept = new HashMap<>();
        scanned.pages().forEach(file -> keptPages.find(file).ifPresent(page -> kept.put(file.name(), page)));
        List<PageFile> fresh = scanned.pages().stream()
                .filter(file -> !kept.containsKey(file.name()))
                .toList();
        Supplier<Map<String, Fragment>> converting =
                fragments.begin(fresh.stream().map(PageFile::source).toList());
        Data data = keptPages.data(DataTexts.of(scanned), scanned.roots(), problems);
        List<Head> heads = Parallel.map(fresh, ContentParser::head);
        Map<String, Fragment> bodies = converting.get();
        Set<String> told = new HashSet<>();
        for (Head head : heads) {
            String name = head.file().name();
            Fragment body = bodies.getOrDefault(name, NOTHING);
            kept.put(name, new ParsedPage(head.file(), head.about(), body));
            head.told().addAll(body.problems());
            problems.addAll(head.told());
            if (!head.told().isSilent()) {
                told.add(name);
            }
        }
        List<ParsedPage> pages = new ArrayList<>();
        scanned.pages()
                .forEach(file ->
                        pages.add(kept.getOrDefault(file.name(), new ParsedPage(file, Optional.empty(), NOTHING))));
        kept.keySet().removeAll(told);
        keptPages.keep(kept);
        return new ParsedContent(
                scanned.roots(),
                data.config(),
                data.sources(),
                data.credits(),
                data.ledger(),
                pages,
                scanned.assets(),
                scanned.changed());
    }

    /** What a page says about itself, and what there is to tell of that. */
    private record Head(PageFile file, Optional<FrontMatter> about, Problems told) {}

    private static Head head(PageFile file) {
        Problems told = new Problems();
        return new Head(file, frontMatter(file, told), told);
    }

    private static Optional<FrontMatter> frontMatter(PageFile file, Problems told) {
        if (file.kind() != PageFile.Kind.GUIDE) {
            return new FrontMatterReader(told).read(file.source());
        }
        if (file.source().frontMatter().isPresent()) {
            told.add(Place.of(file.name(), 1), "a guide has no front matter", "what it would say stands in lab.yml");
        }
        file.source()
                .header()
                .map(AsciidocHeader::title)
                .ifPresent(title -> told.note(
                        Place.of(title.file(), title.number()),
                        "this title is not shown, a task has its title in lab.yml",
                        ""));
        return Optional.empty();
    }
}
