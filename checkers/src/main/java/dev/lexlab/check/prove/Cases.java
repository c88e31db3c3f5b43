package dev.lexlab.check.prove;

import static dev.lexlab.check.environment.EnvironmentKind.CONTAINERS;
import static dev.lexlab.check.environment.EnvironmentKind.EMBEDDED;

import dev.lexlab.check.run.Graders;
import dev.lexlab.check.run.TaskGrader;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The door to what there is to prove. */
public final class Cases {

    private Cases() {}

    /**
     * The cases of the tasks that are wanted.
     *
     * @param labs all labs of the course, so that fixtures of none of them are found
     * @param isWanted by {@code LAB/TASK}
     * @param isEmbeddable whether a task can be graded without containers, too: then it is proven on both
     * @throws ProblemsFound with all that does not fit in lab, guide, grader and fixtures of those tasks
     */
    public static List<Case> of(
            Course course, List<LabDefinition> labs, Predicate<String> isWanted, Predicate<TaskDefinition> isEmbeddable)
            throws ProblemsFound, IOException {
        Problems problems = new Problems();
        FixtureReader reader = new FixtureReader(course, problems);
        Graders graders = new Graders(course);
        AuthoringRules rules = new AuthoringRules(course, problems);
        List<Case> cases = new ArrayList<>();
        reader.refuseStrays(labs);
        for (LabDefinition lab : labs) {
            for (TaskDefinition task : lab.tasks()) {
                if (isWanted.test(lab.id() + "/" + task.id())) {
                    List<Fixture> fixtures = reader.read(lab, task);
                    rules.judge(task, fixtures);
                    bind(graders, lab, task, problems);
                    fixtures.forEach(fixture -> cases.add(new Case(lab, task, fixture, CONTAINERS)));
                    if (isEmbeddable.test(task)) {
                        fixtures.forEach(fixture -> cases.add(new Case(lab, task, fixture, EMBEDDED)));
                    }
                }
            }
        }
        problems.throwIfAny();
        return List.copyOf(cases);
    }

    private static void bind(Graders graders, LabDefinition lab, TaskDefinition task, Problems problems)
            throws IOException {
        try {
            TaskGrader unused = graders.of(lab, task);
        } catch (ProblemsFound e) {
            problems.addAll(e.problems());
        }
    }
}
