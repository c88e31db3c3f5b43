package dev.lexlab.lab.result;

import java.util.Optional;

/**
 * The verdict of one check.
 *
 * @param maximum points it can earn
 * @param feedback present for every verdict but PASSED
 * @param blockedBy id of the check that had to pass first, for BLOCKED
 */
public record CheckResult(
        String id,
        String sentence,
        int maximum,
        Verdict verdict,
        Optional<Feedback> feedback,
        Optional<String> blockedBy) {

    /** Points earned; empty where the fault is ours, because then nobody knows. */
    public Optional<Integer> points() {
        return switch (verdict) {
            case PASSED -> Optional.of(maximum);
            case FAILED, INVALID, TIMEOUT, BLOCKED -> Optional.of(0);
            case ERROR -> Optional.empty();
        };
    }
}
