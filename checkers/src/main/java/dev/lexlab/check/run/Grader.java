package dev.lexlab.check.run;

import dev.lexlab.check.environment.Environment;
import dev.lexlab.lab.result.CheckResult;
import java.time.Duration;
import java.util.Map;

/** The door: one for a process, for any number of gradings, also at the same time. */
public final class Grader implements AutoCloseable {
    private final JUnitSession session = new JUnitSession();

    /** What each check that reported came to, by id. The environment is of this grading alone, and left open. */
    public Map<String, CheckResult> grade(
            Assignment assignment, TaskGrader taskGrader, Environment environment, Progress progress) {
        try (CheckLimit limit = limit(assignment)) {
            Grading grading = new Grading(assignment, taskGrader, environment, limit, progress);
            taskGrader.runChecks(grading, session);
            return grading.results();
        }
    }

    /**
     * Applies a submission as its checks would find it, and checks nothing.
     *
     * @throws Throwable what stands in the way: a {@code Finding} where it is the submission's
     */
    public void prepare(Assignment assignment, TaskGrader taskGrader, Environment environment) throws Throwable {
        try (CheckLimit limit = limit(assignment)) {
            new Grading(assignment, taskGrader, environment, limit, (number, of) -> {}).prepareAlone();
        }
    }

    private static CheckLimit limit(Assignment assignment) {
        return new CheckLimit(Duration.ofSeconds(assignment.task().seconds()));
    }

    @Override
    public void close() {
        session.close();
    }
}
