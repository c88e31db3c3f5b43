package dev.lexlab.check.cli;

/** What was typed cannot be done, or there is nothing to do: exit 2. */
final class UsageProblem extends Exception {
    private static final long serialVersionUID = 1L;

    UsageProblem(String message) {
        super(message);
    }
}
