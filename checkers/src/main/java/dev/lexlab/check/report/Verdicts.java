package dev.lexlab.check.report;

import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import java.util.List;
import java.util.Optional;

/** Signs and words for verdicts, the same in every report; a colour never says anything alone. */
final class Verdicts {

    private Verdicts() {}

    static String sign(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "✔";
            case FAILED, INVALID, TIMEOUT -> "✘";
            case BLOCKED -> "·";
            case ERROR -> "?";
        };
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case INVALID -> "cannot be run yet";
            case TIMEOUT -> "no end in sight";
            case BLOCKED -> "not tried";
            case ERROR -> "could not be graded";
        };
    }

    /** What waits for another check has nothing to fix. */
    static Optional<CheckResult> firstToFix(Grade grade) {
        List<CheckResult> open = grade.checks().stream()
                .filter(check -> check.verdict() != Verdict.PASSED && check.verdict() != Verdict.BLOCKED)
                .toList();
        return open.stream()
                .filter(check -> check.verdict() != Verdict.ERROR) // nobody but us can mend those
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** {@code passed}, {@code not yet}, or {@code could not grade}. */
    static String word(Grade grade) {
        return switch (grade.exitCode()) {
            case YES -> "passed";
            case COULD_NOT -> "could not grade";
            default -> "not yet";
        };
    }

    static String sign(Grade grade) {
        return switch (grade.exitCode()) {
            case YES -> sign(Verdict.PASSED);
            case COULD_NOT -> sign(Verdict.ERROR);
            default -> sign(Verdict.FAILED);
        };
    }

    /** {@code 3 of 5 checks, 4 of 9 points}. */
    static String count(Grade grade) {
        List<CheckResult> checks = grade.checks();
        int maximum = checks.stream().mapToInt(CheckResult::maximum).sum();
        int points = checks.stream()
                .flatMap(check -> check.points().stream())
                .mapToInt(Integer::intValue)
                .sum();
        return grade.passed() + " of " + checks.size() + " checks, " + points + " of " + maximum + " points";
    }

    /** {@code 2 of 3}, or {@code ? of 3} where nobody knows. */
    static String points(CheckResult check, String of) {
        return check.points().map(String::valueOf).orElse("?") + of + check.maximum();
    }
}
