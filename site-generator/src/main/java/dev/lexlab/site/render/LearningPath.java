package dev.lexlab.site.render;

import dev.lexlab.site.model.Concept;
import dev.lexlab.site.model.LabPage;
import dev.lexlab.site.model.LabPage.TaskPage;
import dev.lexlab.site.model.Site;
import dev.lexlab.site.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way through a concept: its terms in reading order, each task as soon as all it teaches was read.
 *
 * @param readingMinutes of all its terms
 * @param practiceMinutes of all its tasks
 */
record LearningPath(List<Step> steps, int readingMinutes, int practiceMinutes) {

    /** A term to read or a task to do, one of them. */
    record Step(Optional<Brief> term, Optional<Task> task, int minutes) {}

    /** A task by its name. */
    record Task(String title, String url, String summary) {}

    static LearningPath of(Site site, Concept concept) {
        List<TaskPage> waiting = new ArrayList<>(site.labs().stream()
                .filter(lab -> concept.labs().contains(lab.id()))
                .map(LabPage::tasks)
                .flatMap(List::stream)
                .toList());
        List<String> unread =
                new ArrayList<>(concept.terms().stream().map(Term::slug).toList());
        List<Step> steps = new ArrayList<>();
        addTasksNowPossible(steps, waiting, unread);
        for (Term term : concept.terms()) {
            steps.add(new Step(Optional.of(Brief.of(term)), Optional.empty(), ReadingTime.minutes(term.body())));
            unread.remove(term.slug());
            addTasksNowPossible(steps, waiting, unread);
        }
        return new LearningPath(List.copyOf(steps), sum(steps, true), sum(steps, false));
    }

    private static void addTasksNowPossible(List<Step> steps, List<TaskPage> waiting, List<String> unread) {
        for (TaskPage task : List.copyOf(waiting)) {
            boolean isReady = task.terms().stream().noneMatch(unread::contains);
            if ((isReady && !steps.isEmpty()) || unread.isEmpty()) {
                Task shown = new Task(task.title(), task.url(), task.summary());
                steps.add(new Step(Optional.empty(), Optional.of(shown), task.minutes()));
                waiting.remove(task);
            }
        }
    }

    private static int sum(List<Step> steps, boolean ofTerms) {
        return steps.stream()
                .filter(step -> step.term().isPresent() == ofTerms)
                .mapToInt(Step::minutes)
                .sum();
    }
}
