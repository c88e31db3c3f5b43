package dev.lexlab.graders.containers;

import dev.lexlab.check.author.Container;
import dev.lexlab.check.author.Failure;
import java.util.List;

/** A container that was started, and in which nothing waits for visitors. */
final class NotServing {
    /** What a shell says by its exit code where it does not find a program. */
    private static final int NOT_FOUND = 127;

    private static final String NO_FILE = "No such file";
    private static final int LAST_LINES = 5;

    private NotServing() {}

    static Failure failure(Container container, boolean isRunning) {
        String log = container.log();
        if (isRunning) {
            return failure(
                            "the container runs, but nothing in it waits for visitors",
                            "it still runs; " + lastWords(log))
                    .next("Let the Dockerfile's CMD start notes.py; where it does, the log says what it waits for.")
                    .read("dockerfile");
        }
        int exitCode = container.ended().exitCode();
        String seen = "it ended with exit code " + exitCode + "; " + lastWords(log);
        if (exitCode == 0) {
            return failure("the container ended at once, as if its work were done", seen)
                    .diagnose("ends-at-once");
        }
        if (exitCode == NOT_FOUND || log.contains(NO_FILE)) {
            return failure("the container ended at once: a file that it starts with is not in the image", seen)
                    .diagnose("program-missing");
        }
        return failure("the container ended at once: its program gave up", seen)
                .next("Read the last line of the log: it says what the program could not do with what CMD told it.")
                .read("dockerfile");
    }

    private static Failure failure(String summary, String seen) {
        return Failure.of(summary)
                .expected("a container that goes on running, with a service in it that waits for visitors")
                .seen(seen);
    }

    private static String lastWords(String log) {
        List<String> lines = log.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return "it wrote nothing";
        }
        return "the end of its log: "
                + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
