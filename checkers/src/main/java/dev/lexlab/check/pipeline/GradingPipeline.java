package dev.lexlab.check.pipeline;

import dev.lexlab.check.environment.Environment;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.fold.Fold;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Checked;
import dev.lexlab.check.run.Fingerprint;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.GraderClass;
import dev.lexlab.check.run.Progress;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.check.submission.TakenIn;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The door: take in, prepare, run, fold. For any number of gradings, one after the other; several pipelines may share a
 * {@link Grader} and work at the same time, each with servers of its own.
 */
public final class GradingPipeline {
    private final Course course;
    private final Grader grader;
    private final Servers servers;
    private final Progress progress;

    public GradingPipeline(Course course, Grader grader, Servers servers, Progress progress) {
        this.course = course;
        this.grader = grader;
        this.servers = servers;
        this.progress = progress;
    }

    /**
     * Grades the files in a folder.
     *
     * @throws ProblemsFound where lab and grader do not fit: the author must mend that
     * @throws dev.lexlab.check.environment.CannotGrade where there is nothing to grade with
     */
    public Graded grade(LabDefinition lab, TaskDefinition task, Path folder, long seed)
            throws IOException, ProblemsFound {
        Instant started = Instant.now();
        TakenIn submission = Intake.take(folder, task);
        boolean needsServers = submission.problems().isEmpty() && !task.images().isEmpty();
        if (needsServers) {
            progress.servers();
            servers.warm(task); // in the background, while we get ready ourselves
        }
        GraderClass graderClass = GraderClass.of(task);
        Assignment assignment = new Assignment(lab, task, submission, seed);
        String fingerprint = Fingerprint.of(course, lab, task, graderClass);
        if (needsServers) {
            servers.require();
            servers.requireImages(lab.id(), task);
        }
        Checked checked = run(assignment, graderClass);
        Grade grade = Fold.grade(assignment, fingerprint, checked.results());
        Run run = new Run(started, since(started), machine(), servers.description(), 0, checked.evidence());
        return new Graded(grade, run);
    }

    private Checked run(Assignment assignment, GraderClass graderClass) {
        try (Environment environment =
                servers.environment(assignment.task(), assignment.submission().submission())) {
            return grader.grade(assignment, graderClass, environment, progress);
        }
    }

    private static long since(Instant started) {
        return Instant.now().toEpochMilli() - started.toEpochMilli();
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version");
    }
}
