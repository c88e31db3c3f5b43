package dev.lexlab.check;

import dev.lexlab.check.environment.Environment;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.fold.Fold;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.GraderClass;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.Grade;
import java.nio.file.Path;

/** One grading of a small lab on real servers. */
public final class TestGrading {

    private TestGrading() {}

    public static Grade grade(Servers servers, TaskDefinition task, Path folder) throws ProblemsFound {
        Assignment assignment = new Assignment(TestLab.lab(task), task, Intake.take(folder, task), 1);
        try (Environment environment =
                        servers.environment(task, assignment.submission().submission());
                Grader grader = new Grader()) {
            return Fold.grade(
                    assignment,
                    "ff",
                    "containers",
                    grader.grade(assignment, GraderClass.of(task), environment, (number, of) -> {})
                            .results());
        }
    }
}
