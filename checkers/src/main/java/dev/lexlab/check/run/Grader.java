package dev.lexlab.check.run;

import dev.lexlab.check.environment.Environment;
import dev.lexlab.lab.result.CheckResult;
import java.time.Duration;
import java.util.Map;

/** The door: one for a process, for any number of gradings, also at the same time. */
public final class Grader implements AutoCloseable {
    private final JUnitSession session = new JUnitSession();

    /** What each check that reported came to. The environment is of this grading alone, and left open. */
    public Checked grade(Assignment assignment, TaskGrader taskGrader, Environment environment, Progress progress) {
        return grade(assignment, taskGrader, environment, progress, Map.of(), new Stop());
    }

    /**
     * The same for somebody who knows a part of it already.
     *
     * @param kept results that hold, by check: these are not found out again
     */
    public Checked grade(
            Assignment assignment,
            TaskGrader taskGrader,
            Environment environment,
            Progress progress,
            Map<String, CheckResult> kept,
            Stop stop) {
        try (CheckLimit limit = limit(assignment, stop)) {
            Grading grading = new Grading(assignment, taskGrader, environment, limit, progress, kept, stop);
            taskGrader.runChecks(grading, session);
            return grading.checked();
        }
    }

    /**
     * Applies a submission as its checks would find it, and checks nothing.
     *
     * @throws Throwable what stands in the way: a {@code Finding} where it is the submission's
     */
    public void prepare(Assignment assignment, TaskGrader taskGrader, Environment environment) throws Throwable {
        Stop never = new Stop();
        try (CheckLimit limit = limit(assignment, never)) {
            new Grading(assignment, taskGrader, environment, limit, (number, of) -> {}, Map.of(), never).prepareAlone();
        }
    }

    private static CheckLimit limit(Assignment assignment, Stop stop) {
        return new CheckLimit(Duration.ofSeconds(assignment.task().seconds()), stop);
    }

    @Override
    public void close() {
        session.close();
    }
}
