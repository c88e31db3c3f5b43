package dev.lexlab.check.author;

/**
 * A command that has ended.
 *
 * @param command as one would type it
 * @param exitCode 0 where it says that it succeeded
 * @param out what it wrote to its standard output, at most 64 KB of it; the learner's words where it was their program
 * @param err the same of its standard error
 */
public record Ran(String command, int exitCode, String out, String err) {

    public boolean succeeded() {
        return exitCode == 0;
    }

    /** {@code exit code 1: the last thing it said}. */
    public String inWords() {
        String said = err.isBlank() ? out : err;
        return "exit code " + exitCode + (said.isBlank() ? "" : ": " + said.strip());
    }
}
