package dev.lexlab.site.build;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.parse.ParsedContent;
import dev.lexlab.site.scan.Markup;
import dev.lexlab.site.scan.PageFile;
import dev.lexlab.site.scan.Roots;
import dev.lexlab.site.scan.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Whether the code that terms and overviews show was read from files of labs, which are run as tests; where {@code site.yml} asks for
 * it. What cannot be tested says why, in a comment above it. Code without a language is a drawing, and guides are judged where their
 * tasks are proven.
 */
final class TestedCode {
    private static final String UNTESTED = "this code is tested by nothing";

    private final boolean wanted;
    private final Roots roots;
    private final Set<String> labs = new HashSet<>();

    TestedCode(ParsedContent content) {
        this.wanted = content.config().testedCode();
        this.roots = content.roots();
        labs.add(roots.name(roots.labs()) + "/");
        try {
            if (Files.isDirectory(roots.labs())) { // included files are known by their real paths
                labs.add(roots.name(roots.labs().toRealPath()) + "/");
            }
        } catch (IOException e) {
            // then nothing could be included from there
        }
    }

    /** Call before code is highlighted. */
    void check(Draft draft, Problems problems) {
        PageFile page = draft.page().file();
        if (!wanted || page.kind() == PageFile.Kind.GUIDE) {
            return;
        }
        SourceCode source = new SourceCode(page.source());
        Set<SourceCode.Mark> judged = new HashSet<>();
        for (Element code : draft.code()) {
            Optional<SourceCode.Block> same = source.next(code.wholeText());
            boolean hasLanguage = code.classNames().stream().anyMatch(name -> name.startsWith("language-"));
            if (hasLanguage && code.hasText()) {
                // What an engine changed is not what was tested, wherever it came from.
                Optional<SourceCode.Block> block = same.or(source::behindLast);
                Optional<Untested> untested =
                        same.isPresent() ? untested(page, same.get()) : Optional.of(changed(page, block));
                Optional<SourceCode.Mark> mark = block.flatMap(source::markAbove);
                mark.ifPresent(judged::add);
                judge(page, untested, mark, problems);
            }
        }
        for (SourceCode.Mark mark : source.marks()) {
            if (!judged.contains(mark)) {
                tellIdle(page, mark, problems);
            }
        }
    }

    private void judge(PageFile page, Optional<Untested> untested, Optional<SourceCode.Mark> mark, Problems problems) {
        if (mark.isEmpty() && untested.isPresent()) {
            problems.add(
                    untested.get().place(),
                    untested.get().what(),
                    "include it with its tag from " + roots.name(roots.labs()) + "/" + page.concept()
                            + "/examples/, or write " + form(page) + " above it");
        } else if (mark.isPresent() && untested.isEmpty()) {
            problems.add(place(page, mark.get()), "the code below this mark is tested", "take the mark away");
        } else if (mark.isPresent() && mark.get().reason().isEmpty()) {
            problems.add(
                    place(page, mark.get()),
                    "this mark does not say why the code below it cannot be tested",
                    "write " + form(page));
        }
    }

    private static void tellIdle(PageFile page, SourceCode.Mark mark, Problems problems) {
        // There Asciidoctor takes the code out of the list, and its language away.
        boolean belowPlus = page.source().markup() == Markup.ASCIIDOC
                && mark.begin() > 0
                && page.source().body().get(mark.begin() - 1).text().equals("+");
        problems.add(
                place(page, mark),
                "no code with a language stands right below this mark",
                belowPlus
                        ? "put it above the '+'"
                        : "take it away, or put it right above the code that cannot be tested");
    }

    /** The first line that is run nowhere: it was typed where its block begins, or read from a file of no lab. */
    private Optional<Untested> untested(PageFile page, SourceCode.Block block) {
        SourceText source = page.source();
        Place opener = source.place(block.opener() + 1, 1);
        for (int i = block.begin(); i < block.end(); i++) {
            SourceText.Line line = source.body().get(i);
            boolean typed = line.file().equals(opener.file());
            if (!line.text().isBlank() && (typed || labs.stream().noneMatch(line.file()::startsWith))) {
                return Optional.of(
                        typed
                                ? new Untested(source.place(i + 1, column(line)), UNTESTED)
                                : new Untested(
                                        opener, "this code is from '" + line.file() + "' and tested by nothing"));
            }
        }
        return Optional.empty();
    }

    private static Untested changed(PageFile page, Optional<SourceCode.Block> block) {
        return new Untested(
                block.map(found -> page.source().place(found.begin() + 1, 1)).orElse(Place.of(page.name())), UNTESTED);
    }

    private static int column(SourceText.Line line) {
        return line.text().length() - line.text().stripLeading().length() + 1;
    }

    private static Place place(PageFile page, SourceCode.Mark mark) {
        return page.source().place(mark.begin() + 1, 1);
    }

    private static String form(PageFile page) {
        return page.source().markup() == Markup.MARKDOWN ? "<!-- untested: why -->" : "// untested: why";
    }

    /** Code that no test runs, and how to say so. */
    private record Untested(Place place, String what) {}
}
