package dev.lexlab.site.build;

import dev.lexlab.lab.DiagnosisDefinition;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.parse.ParsedContent;
import dev.lexlab.site.parse.ParsedPage;
import dev.lexlab.site.scan.PageFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Labs as readers see them. */
final class Labs {
    private final ParsedContent content;
    private final Glossary glossary;
    private final Problems problems;

    Labs(ParsedContent content, Glossary glossary, Problems problems) {
        this.content = content;
        this.glossary = glossary;
        this.problems = problems;
    }

    /** Guides are pages like any other; a guide without a task would never be seen. */
    List<Manuscript> guides(List<LabDefinition> labs) {
        List<Manuscript> guides = new ArrayList<>();
        for (ParsedPage page : content.pages()) {
            PageFile file = page.file();
            Optional<LabDefinition> lab = labs.stream()
                    .filter(candidate -> candidate.id().equals(file.concept()))
                    .findFirst();
            if (file.kind() != PageFile.Kind.GUIDE || lab.isEmpty()) {
                continue; // a lab that could not be read has its own problems
            }
            Optional<TaskDefinition> task = lab.get().task(file.slug());
            if (task.isPresent()) {
                List<String> taught = task.get().terms().stream()
                        .map(TaskDefinition.Term::slug)
                        .toList();
                guides.add(new Manuscript(
                        page,
                        url(lab.get(), task.get()),
                        "",
                        task.get().title(),
                        glossary.near(lab.get().concept(), taught)));
            } else {
                List<String> ids =
                        lab.get().tasks().stream().map(TaskDefinition::id).toList();
                problems.add(
                        Place.of(file.name()),
                        "lab '" + file.concept() + "' has no task '" + file.slug() + "'",
                        DidYouMean.hint(file.slug(), ids));
            }
        }
        return guides;
    }

    List<LabPage> pages(List<LabDefinition> labs, Bodies bodies) {
        Set<String> concepts = new TreeSet<>();
        glossary.all().forEach(entry -> concepts.add(entry.concept()));
        for (LabDefinition lab : labs) {
            if (!concepts.contains(lab.concept()) && !lab.concept().isEmpty()) {
                problems.add(
                        Place.of(definition(lab)),
                        "there is no concept '" + lab.concept() + "'",
                        DidYouMean.hint(lab.concept(), concepts));
            }
        }
        return labs.stream().map(lab -> page(lab, bodies)).toList();
    }

    private void requireTermsOfDiagnoses(TaskDefinition task) {
        task.diagnoses().stream()
                .map(DiagnosisDefinition::term)
                .flatMap(Optional::stream)
                .forEach(term -> glossary.require(term.slug(), term.place()));
    }

    private LabPage page(LabDefinition lab, Bodies bodies) {
        lab.tasks().forEach(this::requireTermsOfDiagnoses);
        return new LabPage(
                lab.id(),
                "labs/" + lab.id() + "/index.html",
                lab.concept(),
                lab.title(),
                lab.summary(),
                lab.tasks().stream().map(task -> taskPage(lab, task, bodies)).toList(),
                Terms.editUrl(content, definition(lab)));
    }

    private LabPage.TaskPage taskPage(LabDefinition lab, TaskDefinition task, Bodies bodies) {
        return new LabPage.TaskPage(
                lab.id(),
                task.id(),
                url(lab, task),
                task.title(),
                task.summary(),
                task.minutes(),
                task.difficulty(),
                task.points(),
                task.terms().stream()
                        .flatMap(term -> glossary.require(term.slug(), term.place()).stream())
                        .map(Entry::slug)
                        .distinct()
                        .toList(),
                task.files().stream()
                        .map(file -> new LabPage.FilePage(file.path(), file.about()))
                        .toList(),
                machines(task),
                task.checks().stream()
                        .map(check ->
                                new LabPage.CheckPage(check.id(), check.points(), check.sentence(), check.needs()))
                        .toList(),
                task.hints(),
                "./lexlab start " + lab.id(),
                "./lexlab check " + lab.id() + "/" + task.id(),
                Optional.of("./lexlab shell " + lab.id() + "/" + task.id())
                        .filter(any -> !task.images().isEmpty()),
                bodies.body(url(lab, task)),
                Terms.editUrl(content, content.roots().name(task.guide())));
    }

    private static List<LabPage.MachinePage> machines(TaskDefinition task) {
        Stream<LabPage.MachinePage> servers = task.servers().stream()
                .map(server -> new LabPage.MachinePage(
                        server.name(),
                        switch (server.lease()) {
                            case SHARED -> "a server, of which each check has a part of its own";
                            case OWN -> "a server, another one for each check";
                        },
                        server.image(),
                        server.networks()));
        Stream<LabPage.MachinePage> machines = task.machines().stream()
                .map(machine -> new LabPage.MachinePage(
                        machine.name(),
                        switch (machine.kind()) {
                            case SANDBOX -> "where your programs run";
                            case HELPER -> "from where checks look at them";
                        },
                        machine.image(),
                        machine.networks()));
        Stream<LabPage.MachinePage> links = task.links().stream()
                .map(link -> new LabPage.MachinePage(
                        link.name(),
                        "the way to " + link.to() + ", which checks slow down, cut and mend",
                        TaskDefinition.Link.IMAGE,
                        link.networks()));
        List<LabPage.MachinePage> all =
                Stream.of(servers, links, machines).flatMap(each -> each).toList();
        boolean isOneNetwork = all.stream()
                        .flatMap(machine -> machine.networks().stream())
                        .distinct()
                        .count()
                < 2;
        return isOneNetwork
                ? all.stream().map(LabPage.MachinePage::onTheOnlyNetwork).toList()
                : all;
    }

    private String definition(LabDefinition lab) {
        return content.roots().name(lab.folder().resolve("lab.yml"));
    }

    private static String url(LabDefinition lab, TaskDefinition task) {
        return "labs/" + lab.id() + "/" + task.id() + ".html";
    }
}
