package dev.lexlab.site.cli;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.site.pipeline.BuildOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Says how a build went. */
final class Report {
    private final Console console;

    Report(Console console) {
        this.console = console;
    }

    void of(BuildOutcome outcome, Path shown, Duration took) {
        switch (outcome.status()) {
            case BUILT ->
                console.say(console.paint(Style.GOOD, "Built") + " " + count(outcome.terms(), "term") + ", "
                        + count(outcome.concepts(), "concept") + ", " + count(outcome.labs(), "lab") + " in "
                        + String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0) + " -> "
                        + shown.resolve("index.html"));
            case UNCHANGED -> console.say("Nothing changed. -> " + shown.resolve("index.html"));
            case PROBLEMS -> problems(outcome.problems(), shown);
        }
    }

    private void problems(List<Problem> problems, Path shown) {
        for (Problem problem : problems) {
            String hint = problem.hint().isEmpty() ? "" : "; " + console.paint(Style.LINK, safe(problem.hint()));
            console.note(console.paint(Style.STRONG, safe(problem.place().toString())) + ": "
                    + console.paint(Style.BAD, "error") + ": " + safe(problem.what()) + hint);
        }
        String before = Files.exists(shown) ? "; the site in " + shown + " is still the last good one" : "";
        console.note(count(problems.size(), "problem") + ", nothing was built" + before);
    }

    private static String safe(String text) {
        return Sink.TERMINAL.encode(text);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
