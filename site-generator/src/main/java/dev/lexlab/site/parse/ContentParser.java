package dev.lexlab.site.parse;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.markup.Fragment;
import dev.lexlab.site.markup.Fragments;
import dev.lexlab.site.scan.AsciidocHeader;
import dev.lexlab.site.scan.PageFile;
import dev.lexlab.site.scan.ScannedContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The door: what was found to what it says. */
public final class ContentParser {
    private final Fragments fragments;
    private final Problems problems;

    public ContentParser(Fragments fragments, Problems problems) {
        this.fragments = fragments;
        this.problems = problems;
    }

    public ParsedContent parse(ScannedContent scanned) {
        Supplier<Map<String, Fragment>> converting =
                fragments.begin(scanned.pages().stream().map(PageFile::source).toList());
        DataFiles data = new DataFiles(scanned.roots(), problems);
        SiteConfig config = data.config(scanned.siteYml());
        Map<String, RawSource> sources = data.sources(scanned.sourcesYml());
        Map<String, Credit> credits = data.credits(scanned.creditsYml());
        List<Optional<FrontMatter>> about =
                scanned.pages().stream().map(this::frontMatter).toList();
        Map<String, Fragment> bodies = converting.get();
        List<ParsedPage> pages = new ArrayList<>();
        for (int i = 0; i < about.size(); i++) {
            PageFile file = scanned.pages().get(i);
            Fragment body = bodies.getOrDefault(file.name(), new Fragment("", List.of()));
            problems.addAll(body.problems());
            pages.add(new ParsedPage(file, about.get(i), body));
        }
        return new ParsedContent(
                scanned.roots(),
                config,
                sources,
                credits,
                data.ledger(scanned.addresses()),
                pages,
                scanned.assets(),
                scanned.changed());
    }

    private Optional<FrontMatter> frontMatter(PageFile file) {
        if (file.kind() != PageFile.Kind.GUIDE) {
            return new FrontMatterReader(problems).read(file.source());
        }
        if (file.source().frontMatter().isPresent()) {
            problems.add(
                    Place.of(file.name(), 1), "a guide has no front matter", "what it would say stands in lab.yml");
        }
        file.source()
                .header()
                .map(AsciidocHeader::title)
                .ifPresent(title -> problems.note(
                        Place.of(title.file(), title.number()),
                        "this title is not shown, a task has its title in lab.yml",
                        ""));
        return Optional.empty();
    }
}
