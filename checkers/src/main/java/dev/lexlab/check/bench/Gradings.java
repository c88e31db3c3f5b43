package dev.lexlab.check.bench;

import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.pipeline.GradingPipeline;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.Memory;
import dev.lexlab.check.run.Stop;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.Grade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;

/** Gradings in this process, one after the other, on servers that stay. */
final class Gradings implements AutoCloseable {
    private static final long SEED = 1;

    private final Grader grader = new Grader();
    private final Servers servers;
    private final GradingPipeline pipeline;
    private String environment = "";

    Gradings(Course course, Surroundings here) {
        this.servers = here.servers(course);
        this.pipeline = new GradingPipeline(course, grader, servers, (number, of) -> {});
    }

    /**
     * How long a grading takes, from the files to the grade, its environment taken down.
     *
     * @throws CannotMeasure where not every check passed: that would be the time of something else
     */
    double whole(LabDefinition lab, TaskDefinition task) throws CannotMeasure, ProblemsFound, IOException {
        Clock clock = new Clock();
        Grade grade = pipeline.grade(lab, task, folder(lab, task), SEED).grade();
        double time = clock.milliseconds();
        refuseWhatDidNotPass(grade);
        return time;
    }

    /** As {@link #whole}, but only until the grade is there. */
    double untilGrade(LabDefinition lab, TaskDefinition task) throws CannotMeasure, ProblemsFound, IOException {
        Queue<Runnable> tidying = new ArrayDeque<>();
        try {
            Clock clock = new Clock();
            Assignment assignment = new Assignment(lab, task, Intake.take(folder(lab, task), task), SEED);
            Grade grade = pipeline.grade(assignment, Memory.NONE, new Stop(), tidying::add)
                    .graded()
                    .grade();
            double time = clock.milliseconds();
            refuseWhatDidNotPass(grade);
            return time;
        } finally {
            tidying.forEach(Runnable::run);
        }
    }

    /** What the last grading that needed servers ran in. */
    String environment() {
        return environment;
    }

    private static Path folder(LabDefinition lab, TaskDefinition task) {
        return lab.work().resolve(task.id());
    }

    private void refuseWhatDidNotPass(Grade grade) throws CannotMeasure {
        if (grade.exitCode() != ExitCode.YES) {
            String why = grade.checks().stream()
                    .flatMap(check -> check.feedback().stream())
                    .findFirst()
                    .map(feedback -> feedback.summary()
                            + feedback.next().map(next -> "; " + next).orElse(""))
                    .orElse("it did not pass");
            throw new CannotMeasure(why, "");
        }
        if (!grade.environment().equals("none")) {
            environment = grade.environment();
        }
    }

    @Override
    public void close() {
        servers.close();
        grader.close();
    }
}
