package dev.lexlab.check.fold;

import dev.lexlab.check.run.Assignment;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door. The list of checks that count is the lab's, never what happened to run. */
public final class Fold {
    private Fold() {}

    /**
     * The grade of one submission.
     *
     * @param environment kind of servers
     */
    public static Grade grade(
            Assignment assignment, String fingerprint, String environment, Map<String, CheckResult> results) {
        List<CheckResult> all = assignment.task().checks().stream()
                .map(check -> results.getOrDefault(check.id(), neverReported(check)))
                .toList();
        return new Grade(
                assignment.lab().id(),
                assignment.task().id(),
                assignment.submission().hash(),
                fingerprint,
                assignment.seed(),
                environment,
                all);
    }

    /** The answer for several tasks: that we could not beats that it is not so. */
    public static ExitCode exitCode(List<Grade> grades) {
        List<ExitCode> codes = grades.stream().map(Grade::exitCode).toList();
        if (codes.isEmpty() || codes.contains(ExitCode.COULD_NOT)) {
            return ExitCode.COULD_NOT;
        }
        return codes.contains(ExitCode.NO) ? ExitCode.NO : ExitCode.YES;
    }

    private static CheckResult neverReported(CheckDefinition check) {
        return new CheckResult(
                check.id(),
                check.sentence(),
                check.points(),
                Verdict.ERROR,
                Optional.of(Feedback.of("this check never reported back")),
                Optional.empty());
    }
}
