package dev.lexlab.lab.result;

import java.time.Instant;
import java.util.Optional;

/**
 * What of an earlier result tells a learner where they stand.
 *
 * @param passed checks that passed
 * @param checks how many there were
 * @param errors checks that could not be graded
 * @param points earned
 * @param maximum points of all its checks
 * @param submission hash of the files that were graded; empty where it does not say
 * @param started when that was
 */
public record Summary(
        int passed, int checks, int errors, int points, int maximum, String submission, Optional<Instant> started) {

    public boolean allPassed() {
        return checks > 0 && passed == checks;
    }
}
