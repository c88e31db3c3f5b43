package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Trial.Fate;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of breaking, for people and for the log of a build. */
public final class MutationTable {
    private final Console console;
    private final Course course;

    public MutationTable(Console console, Course course) {
        this.console = console;
        this.course = course;
    }

    /** A line for each task, what nothing noticed, and the last line that scripts may read. */
    public ExitCode sum(List<Score> scores, Duration time, long sample) {
        console.say(console.paint(
                Style.STRONG, line("task", "made", "stillborn", "live", "caught", "equivalent", "survived", "score")));
        scores.forEach(score -> console.say(line(
                score.name(),
                score.made(),
                score.stillborn(),
                score.live(),
                score.caught(),
                score.equivalent(),
                score.survived(),
                percent(score.caught(), score.meant()))));
        scores.forEach(this::tell);
        List<Problem> faults =
                scores.stream().flatMap(score -> score.faults().stream()).toList();
        if (!faults.isEmpty()) {
            console.say("");
            faults.forEach(fault -> console.say("  " + fault));
        }
        console.say("");
        return last(scores, faults.size(), time, sample);
    }

    private void tell(Score score) {
        console.say("");
        console.say("  " + console.paint(Style.STRONG, score.name()) + ", caught by: "
                + score.caughtBy().entrySet().stream()
                        .map(check -> check.getKey() + " " + check.getValue())
                        .collect(Collectors.joining(", ")));
        if (score.untried() == 0) {
            score.caughtBy().forEach((check, count) -> {
                if (count == 0) {
                    console.say("    check '" + check + "' is the first to notice none of them; "
                            + "what would break without an earlier check noticing it?");
                }
            });
        }
        score.of(Fate.COULD_NOT).forEach(trial -> {
            console.say("    " + console.paint(Style.UNSURE, "?") + " " + place(trial.of()) + ": "
                    + trial.of().edit().says());
            console.say("        " + trial.remark());
        });
        score.survivors().forEach(trial -> {
            console.say("    " + console.paint(Style.BAD, "✘") + " " + place(trial.of()) + ": "
                    + trial.of().edit().says());
            console.say("        " + console.paint(Style.QUIET, "passed " + String.join(", ", score.checks())));
        });
        if (score.untried() > 0) {
            console.say("    " + score.untried() + " of " + score.made() + " were not tried");
        }
    }

    private Place place(Mutant mutant) {
        return Place.of(
                course.name(mutant.of().fixture().folder().orElseThrow().resolve(mutant.file())), mutant.line());
    }

    private ExitCode last(List<Score> scores, int faults, Duration time, long sample) {
        int caught = scores.stream().mapToInt(Score::caught).sum();
        int meant = scores.stream().mapToInt(Score::meant).sum();
        int couldNot = scores.stream().mapToInt(Score::couldNot).sum();
        int untried = scores.stream().mapToInt(Score::untried).sum();
        List<String> below = new ArrayList<>();
        scores.stream().filter(score -> !score.isAboveTheBar()).forEach(score -> below.add(score.name()));
        String sum = caught + " of " + meant + " (" + percent(caught, meant) + ") in " + time.toSeconds()
                + " s, sample " + sample + (untried > 0 ? "; " + untried + " not tried" : "");
        if (couldNot > 0) {
            console.say(console.paint(Style.UNSURE, "could not try " + couldNot + ": caught " + sum));
            return ExitCode.COULD_NOT;
        }
        if (!below.isEmpty()) {
            console.say(console.paint(Style.BAD, "below the bar: " + String.join(", ", below) + "; caught " + sum));
            return ExitCode.NO;
        }
        if (faults > 0) {
            console.say(console.paint(Style.BAD, "declared wrongly: " + faults + "; caught " + sum));
            return ExitCode.NO;
        }
        console.say(console.paint(Style.GOOD, "caught: " + sum));
        return ExitCode.YES;
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "  %-34s %5s %10s %5s %7s %11s %9s %7s", cells);
    }

    private static String percent(int part, int of) {
        return of == 0 ? "none" : String.format(Locale.ROOT, "%.1f %%", Math.floor(1000.0 * part / of) / 10);
    }
}
