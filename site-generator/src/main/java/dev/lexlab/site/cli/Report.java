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
    private static final int LONGEST = 2000;

    private final Console console;
    private final Path here;

    Report(Console console, Path here) {
        this.console = console;
        this.here = here.toAbsolutePath().normalize();
    }

    void of(BuildOutcome outcome, Path out, Duration took) {
        Path shown = shown(out);
        tellNotes(outcome);
        switch (outcome.status()) {
            case BUILT -> console.say(built(outcome, took) + " -> " + shown.resolve("index.html"));
            case UNCHANGED -> console.say("Nothing changed. -> " + shown.resolve("index.html"));
            case PROBLEMS -> problems(outcome.problems(), Files.exists(out) ? "; the site in " + shown(out) : "");
        }
    }

    /** Of a site that is in memory alone. */
    void ofLive(BuildOutcome outcome, Duration took) {
        tellNotes(outcome);
        switch (outcome.status()) {
            case BUILT -> console.say(built(outcome, took));
            case UNCHANGED -> console.say("Nothing changed.");
            case PROBLEMS -> problems(outcome.problems(), "");
        }
    }

    /** @param what went wrong */
    void failed(String what) {
        console.note("lexlab: " + what);
    }

    private void tellNotes(BuildOutcome outcome) {
        outcome.notes().forEach(note -> tell(note, console.paint(Style.LINK, "note")));
    }

    private String built(BuildOutcome outcome, Duration took) {
        return console.paint(Style.GOOD, "Built") + " " + count(outcome.terms(), "term") + ", "
                + count(outcome.concepts(), "concept") + ", " + count(outcome.labs(), "lab") + " in "
                + String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    /** @param site where an older one is still to be seen, after a semicolon */
    private void problems(List<Problem> problems, String site) {
        problems.forEach(problem -> tell(problem, console.paint(Style.BAD, "error")));
        String before = site.isEmpty() ? "" : site + " is still the last good one";
        console.note(count(problems.size(), "problem") + ", nothing was built" + before);
    }

    private void tell(Problem problem, String kind) {
        String hint = problem.hint().isEmpty() ? "" : "; " + console.paint(Style.LINK, safe(problem.hint()));
        console.note(console.paint(Style.STRONG, safe(problem.place().toString())) + ": " + kind + ": "
                + safe(problem.what()) + hint);
    }

    /** As the person who asked would type it. */
    private Path shown(Path out) {
        Path absolute = out.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    private static String safe(String text) {
        // One problem is one line, whatever somebody's text holds; nobody can make another one up.
        String line = text.replace('\n', '\u240a');
        return Sink.TERMINAL.encode(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "… (shortened)");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
