package dev.lexlab.lab.result;

/**
 * What of an earlier result tells a learner where they stand.
 *
 * @param passed checks that passed
 * @param checks how many there were
 * @param errors checks that could not be graded
 */
public record Summary(int passed, int checks, int errors) {

    public boolean allPassed() {
        return checks > 0 && passed == checks;
    }
}
