package dev.lexlab.check.prove;

import dev.lexlab.check.prove.Outcome.State;
import dev.lexlab.check.prove.Repetition.Seen;
import dev.lexlab.check.prove.Repetition.Tally;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of proving, for people and for the log of a build. */
public final class ProofTable {
    private final Console console;

    public ProofTable(Console console) {
        this.console = console;
    }

    /** One case, as soon as it is known. */
    public void row(Outcome outcome) {
        if (outcome.state() == State.KNOWN || outcome.state() == State.DEFERRED) {
            return; // counted in the table
        }
        boolean isGood = outcome.state() == State.PROVEN;
        console.say("  "
                + console.paint(style(outcome.state()), isGood ? "✔" : outcome.state() == State.DIFFERS ? "✘" : "?")
                + " " + outcome.of().name()
                + console.paint(Style.QUIET, "  " + seconds(outcome.milliseconds()) + " s"));
        outcome.remarks().forEach(remark -> console.say("      " + remark));
    }

    /** A line for each task, the sum, and the last line that scripts may read. */
    public ExitCode sum(List<Outcome> outcomes, Duration time, long seed) {
        Map<String, List<Outcome>> tasks = outcomes.stream()
                .collect(Collectors.groupingBy(one -> one.of().taskName(), LinkedHashMap::new, Collectors.toList()));
        console.say("");
        console.say(console.paint(
                Style.STRONG, line("task", "right", "wrong", "proven", "known", "deferred", "failed", "seconds")));
        tasks.forEach((task, its) -> console.say(line(task, its)));
        console.say(line("in all", outcomes));
        console.say("");
        long proven = count(outcomes, State.PROVEN) + count(outcomes, State.KNOWN);
        long deferred = count(outcomes, State.DEFERRED);
        String sum = proven + " of " + outcomes.size() + " in " + time.toSeconds() + " s, seed " + seed
                + (deferred > 0 ? "; " + deferred + " deferred, --all proves them, too" : "");
        if (count(outcomes, State.COULD_NOT) > 0) {
            console.say(console.paint(Style.UNSURE, "could not prove: " + sum));
            return ExitCode.COULD_NOT;
        }
        if (count(outcomes, State.DIFFERS) > 0) {
            console.say(console.paint(Style.BAD, "not as declared: " + sum));
            return ExitCode.NO;
        }
        console.say(console.paint(Style.GOOD, "proven: " + sum));
        return ExitCode.YES;
    }

    /** What repeating showed. */
    public ExitCode sum(Tally tally, int cases) {
        for (Seen seen : tally.differing()) {
            console.say("  " + console.paint(Style.BAD, "✘") + " "
                    + seen.outcome().of().name() + ", seed " + seen.seed());
            seen.outcome().remarks().forEach(remark -> console.say("      " + remark));
        }
        int differ = tally.differing().size() - tally.couldNot();
        console.say("");
        String sum = "N = " + tally.gradings() + " gradings of " + cases + " fixtures in "
                + tally.time().toSeconds() + " s, " + differ + " differ, " + tally.couldNot() + " could not be graded";
        if (tally.couldNot() > 0) {
            console.say(console.paint(Style.UNSURE, "could not repeat: " + sum));
            return ExitCode.COULD_NOT;
        }
        if (differ > 0) {
            console.say(console.paint(Style.BAD, "not steady: " + sum));
            return ExitCode.NO;
        }
        console.say(console.paint(
                Style.GOOD,
                "steady: " + sum
                        + String.format(Locale.ROOT, "; at most %.2f %% do (95 %%, 3/N)", tally.bound() * 100)));
        return ExitCode.YES;
    }

    private static String line(String task, List<Outcome> its) {
        return line(
                task,
                its.stream().filter(one -> one.of().fixture().isRight()).count(),
                its.stream().filter(one -> !one.of().fixture().isRight()).count(),
                count(its, State.PROVEN),
                count(its, State.KNOWN),
                count(its, State.DEFERRED),
                count(its, State.DIFFERS) + count(its, State.COULD_NOT),
                seconds(its.stream().mapToLong(Outcome::milliseconds).sum()));
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "  %-40s %6s %6s %7s %6s %9s %7s %8s", cells);
    }

    private static long count(List<Outcome> outcomes, State state) {
        return outcomes.stream().filter(one -> one.state() == state).count();
    }

    private static Style style(State state) {
        return switch (state) {
            case PROVEN, KNOWN -> Style.GOOD;
            case DIFFERS -> Style.BAD;
            case COULD_NOT, DEFERRED -> Style.UNSURE;
        };
    }

    private static String seconds(long milliseconds) {
        return String.format(Locale.ROOT, "%.1f", milliseconds / 1000.0);
    }
}
