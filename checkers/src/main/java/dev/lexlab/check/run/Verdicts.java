package dev.lexlab.check.run;

import dev.lexlab.check.author.Finding;
import dev.lexlab.check.environment.Ailment;
import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.check.environment.Environment;
import dev.lexlab.check.environment.Overrun;
import dev.lexlab.check.environment.ServerGone;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.DiagnosisDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Untrusted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** From what a check threw to its verdict. Whatever is not clearly about the learner's work is ERROR. */
final class Verdicts {
    private static final String TRY_AGAIN = "this counts for nobody: check again, and report it if it stays";

    private static final Duration UNTIL_IT_IS_KNOWN = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final String lab;
    private final TaskDefinition task;
    private final Environment environment;

    /** For one task of the lab of that id. */
    Verdicts(String lab, TaskDefinition task, Environment environment) {
        this.lab = lab;
        this.task = task;
        this.environment = environment;
    }

    /** A line breaks a moment before anybody knows what broke it. */
    private Optional<Ailment> ofTheDying() {
        long deadline = System.nanoTime() + UNTIL_IT_IS_KNOWN.toNanos();
        Optional<Ailment> known = environment.ailment();
        while (known.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            known = environment.ailment();
        }
        return known;
    }

    CheckResult passed(CheckDefinition check) {
        return result(check, Verdict.PASSED, Optional.empty());
    }

    CheckResult thrown(CheckDefinition check, Throwable thrown) {
        boolean blames = thrown instanceof Finding || thrown instanceof AssertionError;
        boolean isOfServer = thrown instanceof ServerGone;
        Optional<Ailment> ours = isOfServer ? ofTheDying() : blames ? environment.ailment() : Optional.empty();
        if (ours.isPresent()) {
            return error(check, ours.get().what(), ours.get().next());
        }
        if (thrown instanceof Finding finding) {
            return withLimits(finding(check, finding));
        }
        if (thrown instanceof AssertionError) {
            return withLimits(result(check, Verdict.FAILED, Optional.of(assertion(thrown))));
        }
        if (thrown instanceof ServerGone gone) {
            return error(check, String.valueOf(gone.getMessage()), gone.next());
        }
        if (thrown instanceof CannotGrade cannot) {
            return error(check, String.valueOf(cannot.getMessage()), cannot.remedy(lab));
        }
        if (thrown instanceof OutOfMemory) {
            return error(
                    check,
                    "this program ran out of memory: " + thrown.getMessage(),
                    "end other programs, or allow it more: JAVA_TOOL_OPTIONS=-Xmx2g ./lexlab check " + lab + "/"
                            + task.id());
        }
        return error(check, "the grader itself failed: " + thrown);
    }

    /** An error passes its own kind on; everything else blocks. */
    CheckResult blocked(CheckDefinition check, CheckResult needed) {
        if (needed.verdict() == Verdict.ERROR) {
            return error(check, "not tried, because '" + needed.id() + "' could not be graded");
        }
        return new CheckResult(
                check.id(),
                check.sentence(),
                check.points(),
                Verdict.BLOCKED,
                Optional.of(Feedback.of("not tried, because '" + needed.id() + "' did not pass")),
                Optional.of(needed.id()));
    }

    private static CheckResult error(CheckDefinition check, String what) {
        return error(check, what, TRY_AGAIN);
    }

    private static CheckResult error(CheckDefinition check, String what, String next) {
        Feedback feedback = new Feedback(
                what,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(next),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return result(check, Verdict.ERROR, Optional.of(feedback));
    }

    private CheckResult finding(CheckDefinition check, Finding finding) {
        Feedback feedback = finding.feedback();
        if (finding.diagnosis().isEmpty()) {
            return result(check, finding.verdict(), Optional.of(feedback));
        }
        Optional<DiagnosisDefinition> words = task.diagnosis(finding.diagnosis());
        if (words.isEmpty()) {
            return error(check, "the grader names a diagnosis that lab.yml does not have: " + finding.diagnosis());
        }
        DiagnosisDefinition mistake = words.get();
        Feedback diagnosed = feedback.diagnosed(
                new Feedback.Diagnosis(mistake.id(), mistake.says()),
                mistake.next(),
                mistake.term().map(TaskDefinition.Term::slug));
        return result(check, finding.verdict(), Optional.of(diagnosed));
    }

    /** Whoever ran into a limit sees all kinds of things; the limit is what to do something about first. */
    private CheckResult withLimits(CheckResult found) {
        List<Overrun> overruns = environment.overruns();
        if (overruns.isEmpty() || found.feedback().isEmpty()) {
            return found;
        }
        String words = overruns.stream().map(Overrun::what).distinct().collect(Collectors.joining("\n"));
        Feedback feedback =
                found.feedback().get().stopped(words, overruns.get(0).next());
        return new CheckResult(
                found.id(),
                found.sentence(),
                found.maximum(),
                found.verdict(),
                Optional.of(feedback),
                found.blockedBy());
    }

    private static Feedback assertion(Throwable thrown) {
        return new Feedback(
                "what the check looked at is not so",
                Optional.empty(),
                Optional.of(Untrusted.of(String.valueOf(thrown.getMessage()))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static CheckResult result(CheckDefinition check, Verdict verdict, Optional<Feedback> feedback) {
        return new CheckResult(check.id(), check.sentence(), check.points(), verdict, feedback, Optional.empty());
    }
}
