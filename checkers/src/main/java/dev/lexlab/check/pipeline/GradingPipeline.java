package dev.lexlab.check.pipeline;

import dev.lexlab.check.environment.Environment;
import dev.lexlab.check.environment.EnvironmentKind;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.fold.Fold;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Checked;
import dev.lexlab.check.run.Fingerprint;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.Graders;
import dev.lexlab.check.run.Memory;
import dev.lexlab.check.run.Progress;
import dev.lexlab.check.run.Stop;
import dev.lexlab.check.run.TaskGrader;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.check.submission.TakenIn;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.Run;
import dev.lexlab.lab.result.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The door: take in, prepare, run, fold. For any number of gradings, one after the other; several pipelines may share a
 * {@link Grader} and work at the same time, each with servers of its own.
 */
public final class GradingPipeline {
    private final Course course;
    private final Graders graders;
    private final Grader grader;
    private final Servers servers;
    private final Progress progress;
    private final HintsUsed hints;

    public GradingPipeline(Course course, Grader grader, Servers servers, Progress progress) {
        this(course, grader, servers, progress, (lab, task) -> 0);
    }

    /** For a learner whose hints were counted. */
    public GradingPipeline(Course course, Grader grader, Servers servers, Progress progress, HintsUsed hints) {
        this.course = course;
        this.graders = new Graders(course);
        this.grader = grader;
        this.servers = servers;
        this.progress = progress;
        this.hints = hints;
    }

    /**
     * Grades the files in a folder.
     *
     * @throws ProblemsFound where lab and grader do not fit: the author must mend that
     * @throws dev.lexlab.check.environment.CannotGrade where there is nothing to grade with
     */
    public Result grade(LabDefinition lab, TaskDefinition task, Path folder, long seed)
            throws IOException, ProblemsFound {
        Assignment assignment = new Assignment(lab, task, Intake.take(folder, task), seed);
        return grade(assignment, Memory.NONE, new Stop(), Runnable::run).graded();
    }

    /**
     * Grades what was taken in, and finds out only what an earlier grading does not know.
     *
     * @param stop cuts the grading off; what comes of it means nothing then
     * @param tidying is given what takes the environment down, which the next grading must wait for, and nobody else
     * @throws ProblemsFound where lab and grader do not fit: the author must mend that
     * @throws dev.lexlab.check.environment.CannotGrade where there is nothing to grade with
     */
    public Regraded grade(Assignment assignment, Memory memory, Stop stop, Executor tidying)
            throws IOException, ProblemsFound {
        Instant started = Instant.now();
        LabDefinition lab = assignment.lab();
        TaskDefinition task = assignment.task();
        TakenIn submission = assignment.submission();
        // Loading what is known costs a fraction of a millisecond; then it shows whether servers are needed at all.
        Map<String, CheckResult> kept =
                memory.results().isEmpty() ? Map.of() : memory.holding(assignment, graders.of(lab, task));
        boolean usesServers = submission.problems().isEmpty() && !task.images().isEmpty();
        boolean needsServers = usesServers && kept.size() < task.checks().size();
        if (needsServers) {
            progress.servers();
            servers.warm(task); // in the background, while we get ready ourselves
        }
        TaskGrader taskGrader = graders.of(lab, task);
        String fingerprint = Fingerprint.of(course, lab, task, taskGrader);
        EnvironmentKind kind = usesServers ? servers.kind(task) : EnvironmentKind.NONE;
        if (needsServers && kind == EnvironmentKind.CONTAINERS) {
            servers.requireImages(lab.id(), task);
        }
        Checked checked = run(assignment, taskGrader, kept, stop, tidying);
        Memory now = Memory.of(assignment, checked, kept.keySet(), memory);
        Grade grade = Fold.grade(assignment, fingerprint, kind.label(), checked.results());
        Run run = new Run(
                started, since(started), machine(), servers.description(), hints.used(lab, task), now.evidence());
        return new Regraded(new Result(grade, run), ran(checked.results(), kept), now);
    }

    private Checked run(
            Assignment assignment, TaskGrader taskGrader, Map<String, CheckResult> kept, Stop stop, Executor tidying) {
        Environment environment =
                servers.environment(assignment.task(), assignment.submission().submission());
        try {
            return grader.grade(assignment, taskGrader, environment, progress, kept, stop);
        } finally {
            tidying.execute(environment::close);
        }
    }

    private static int ran(Map<String, CheckResult> results, Map<String, CheckResult> kept) {
        return (int) results.values().stream()
                .filter(result -> result.verdict() != Verdict.BLOCKED && !kept.containsKey(result.id()))
                .count();
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
