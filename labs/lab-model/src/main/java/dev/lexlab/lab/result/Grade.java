package dev.lexlab.lab.result;

import dev.lexlab.lab.console.ExitCode;
import java.util.List;

/**
 * What a submission is worth: the same submission, seed and fingerprint give the same grade, byte for byte.
 *
 * @param submission hash of its files
 * @param fingerprint hash of lab, grader and image recipes
 * @param seed what random data was drawn from
 * @param environment kind of servers: {@code containers}, {@code embedded}, or {@code none} where none were needed or there
 */
public record Grade(
        String lab,
        String task,
        String submission,
        String fingerprint,
        long seed,
        String environment,
        List<CheckResult> checks) {

    public Grade {
        checks = List.copyOf(checks);
    }

    /** Nothing checked is never a pass. */
    public ExitCode exitCode() {
        if (checks.isEmpty() || count(Verdict.ERROR) > 0) {
            return ExitCode.COULD_NOT;
        }
        return passed() == checks.size() ? ExitCode.YES : ExitCode.NO;
    }

    public int passed() {
        return (int) count(Verdict.PASSED);
    }

    private long count(Verdict verdict) {
        return checks.stream().filter(check -> check.verdict() == verdict).count();
    }
}
