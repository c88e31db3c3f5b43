package dev.lexlab.site.search;

import dev.lexlab.site.model.Body;
import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.LabPage.TaskPage;
import dev.lexlab.site.model.Myth;
import dev.lexlab.site.model.PlainText;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which pages can be found, and by what. Hints of a task cannot: nobody should meet one by accident. */
final class FoundPages {
    private final Site site;

    FoundPages(Site site) {
        this.site = site;
    }

    /** In reading order, which decides between equally good results. */
    List<FoundPage> all() {
        List<FoundPage> pages = new ArrayList<>();
        for (int i = 0; i < site.concepts().size(); i++) {
            Concept concept = site.concepts().get(i);
            pages.add(term(concept.headword(), Kind.CONCEPT, i, !concept.labs().isEmpty()));
            for (Term term : concept.terms()) {
                pages.add(term(term, Kind.TERM, i, !term.tasks().isEmpty()));
            }
        }
        for (LabPage lab : site.labs()) {
            pages.add(lab(lab));
            lab.tasks().forEach(task -> pages.add(task(lab, task)));
        }
        return pages;
    }

    private static FoundPage term(Term term, Kind kind, int concept, boolean practised) {
        List<String> names = new ArrayList<>(List.of(term.title()));
        names.addAll(term.aliases());
        term.plural().ifPresent(names::add);
        List<FoundSection> sections = sections(term.body(), kind, PlainText.of(term.definition()));
        for (int i = 0; i < term.myths().size(); i++) {
            sections.add(myth(term.myths().get(i), i + 1));
        }
        return new FoundPage(term.url(), kind, names, concept, practised, sections);
    }

    /** Yours to add to. */
    private static List<FoundSection> sections(Body body, Kind kind, String lead) {
        List<FoundSection> sections = new ArrayList<>();
        for (Body.Passage passage : body.passages()) {
            String first = sections.isEmpty() ? lead : "";
            sections.add(new FoundSection(kind, passage.anchor(), passage.heading(), first, passage.text()));
        }
        return sections;
    }

    private static FoundSection myth(Myth myth, int number) {
        String text = PlainText.of(myth.truth()) + " " + PlainText.of(myth.see());
        return new FoundSection(Kind.MYTH, "lx-myth-" + number, PlainText.of(myth.belief()), "", text);
    }

    private FoundPage lab(LabPage lab) {
        String tasks =
                String.join(". ", lab.tasks().stream().map(TaskPage::title).toList());
        FoundSection page = FoundSection.page(Kind.LAB, withoutTicks(lab.summary()), tasks);
        return new FoundPage(lab.url(), Kind.LAB, List.of(lab.title()), concept(lab), true, List.of(page));
    }

    private FoundPage task(LabPage lab, TaskPage task) {
        List<FoundSection> sections = sections(task.guide(), Kind.TASK, withoutTicks(task.summary()));
        sections.add(
                section("lx-begin", "Begin", task.files().stream().map(file -> file.path() + ": " + file.about())));
        sections.add(section(
                "lx-checks",
                "What is checked",
                task.checks().stream().map(check -> check.sentence() + " (" + check.id() + ")")));
        return new FoundPage(task.url(), Kind.TASK, List.of(task.title()), concept(lab), true, sections);
    }

    private static FoundSection section(String anchor, String heading, Stream<String> sentences) {
        String text = String.join(". ", sentences.map(FoundPages::withoutTicks).toList());
        return new FoundSection(Kind.TASK, anchor, heading, "", text);
    }

    private int concept(LabPage lab) {
        List<String> slugs = site.concepts().stream().map(Concept::slug).toList();
        return slugs.indexOf(lab.concept());
    }

    /** The plain texts of {@code lab.yml}, in which only backticks mean something. */
    private static String withoutTicks(String text) {
        return text.replace("`", "").strip();
    }
}
