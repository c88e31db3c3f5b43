package dev.lexlab.check.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.StandardOpenOption;

/** Where GitHub Actions, and services that are like it, take Markdown for a page of the run. */
final class StepSummary {
    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    private StepSummary() {}

    /** Nobody typed this file's name, so that it cannot be written to is worth a line and no more. */
    static void add(Context context, String markdown) {
        String file = context.environment().getOrDefault(VARIABLE, "");
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.writeString(
                    context.here().resolve(file), markdown, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            context.console().note("lexlab: the summary could not be added to $" + VARIABLE);
        }
    }
}
