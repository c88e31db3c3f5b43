package dev.lexlab.check.cli;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A course's labs by the names people type.
 *
 * @param problems all that is wrong in any of them
 */
record Labs(Course course, List<LabDefinition> all, List<Problem> problems) {

    static Labs of(Course course) {
        Problems problems = new Problems();
        List<LabDefinition> all = new LabReader(course, problems).readAll();
        return new Labs(course, all, problems.sorted());
    }

    /** The course given, or the one around here, or the launcher's own. */
    static Course course(Context context, @Nullable Path given) throws UsageProblem {
        if (given == null) {
            return Course.around(context.here())
                    .or(() -> context.home().flatMap(Course::around))
                    .orElseThrow(() -> new UsageProblem(
                            "no folder from here upwards is a course; go to one, or name it with --course"));
        }
        if (!Files.isDirectory(context.here().resolve(given))) {
            throw new UsageProblem("there is no folder '" + given + "' (--course)");
        }
        return new Course(context.here().resolve(given));
    }

    LabDefinition lab(String name) throws UsageProblem, ProblemsFound {
        List<String> ids = all.stream().map(LabDefinition::id).toList();
        Optional<LabDefinition> lab =
                all.stream().filter(candidate -> candidate.id().equals(name)).findFirst();
        if (lab.isEmpty()) {
            throw new UsageProblem("there is no lab '" + name + "'; " + hint(name, ids));
        }
        refuseFaulty(lab.get());
        return lab.get();
    }

    /**
     * What somebody typed.
     *
     * @param name {@code LAB} or {@code LAB/TASK}
     */
    Named named(String name) throws UsageProblem, ProblemsFound {
        int slash = name.indexOf('/');
        LabDefinition lab = lab(slash < 0 ? name : name.substring(0, slash));
        return new Named(lab, slash < 0 ? Optional.empty() : Optional.of(task(lab, name.substring(slash + 1))));
    }

    private TaskDefinition task(LabDefinition lab, String name) throws UsageProblem {
        List<String> ids = lab.tasks().stream().map(TaskDefinition::id).toList();
        return lab.task(name)
                .orElseThrow(() ->
                        new UsageProblem("lab '" + lab.id() + "' has no task '" + name + "'; " + hint(name, ids)));
    }

    /** Another lab's faults are no reason not to grade this one. */
    private void refuseFaulty(LabDefinition lab) throws ProblemsFound {
        String folder = course.name(lab.folder()) + "/";
        List<Problem> its = problems.stream()
                .filter(problem -> problem.place().file().startsWith(folder))
                .toList();
        if (!its.isEmpty()) {
            throw new ProblemsFound(its);
        }
    }

    /** A lab, or a task of it. */
    record Named(LabDefinition lab, Optional<TaskDefinition> task) {
        List<TaskDefinition> tasks() {
            return task.map(List::of).orElse(lab.tasks());
        }
    }

    private static String hint(String name, List<String> known) {
        String hint = DidYouMean.hint(name, known);
        return hint.isEmpty() ? "./lexlab lists what there is" : hint;
    }
}
