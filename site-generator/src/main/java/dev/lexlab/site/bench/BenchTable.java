package dev.lexlab.site.bench;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.text.Sink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was measured, for people and for the log of a build. */
final class BenchTable {
    private static final int SHORT = 10;
    private static final int LONG = 100;

    private final Console console;
    private final List<Row> rows = new ArrayList<>();
    private int unmeasured;

    BenchTable(Console console) {
        this.console = console;
    }

    /** Before the first row. */
    void head() {
        console.say(console.paint(
                Style.STRONG,
                cells("", "", "figure", "min–max", "times", "reference", "ratio", "goal")
                        .stripTrailing()));
    }

    /** One row, as soon as it is known. */
    void row(Row row) {
        rows.add(row);
        Sample sample = row.sample();
        Optional<Boolean> isMet = row.isMet();
        String line = cells(
                isMet.map(met -> met ? "✔" : "✘").orElse("·"),
                row.name(),
                number(row.figure()) + " " + row.kind().unit(),
                number(sample.least()) + "–" + number(sample.most()),
                sample.values().size(),
                row.reference().map(BenchTable::number).orElse("–"),
                row.ratio().map(ratio -> "×" + number(ratio)).orElse("–"),
                row.goal().map(goal -> goal.in(row.kind().unit())).orElse("–")
                        + isMet.map(met -> met ? ", met" : ", not met").orElse(""));
        Style style = isMet.map(met -> met ? Style.GOOD : Style.BAD).orElse(Style.QUIET);
        console.say(console.paint(style, line.substring(0, 1)) + line.substring(1));
    }

    /** In place of rows that could not be measured. */
    void notMeasured(String name, String why) {
        unmeasured++;
        console.say("? %-24s could not measure: ".formatted(name) + Sink.TERMINAL.encode(oneLine(why)));
    }

    /** What the rows are about, on what, and the last line, which scripts may read. A goal that is not met is no fault. */
    ExitCode sum(Duration time, String machine) {
        console.say("");
        console.say(
                "Medians, but for percentiles; s and ms are time, MB a million bytes. What the rows are about, and what"
                        + " they are held against, measured in turn:");
        for (Kind kind : Kind.values()) {
            if (rows.stream().anyMatch(row -> row.kind() == kind)) {
                legend(kind);
            }
        }
        console.say(console.paint(Style.QUIET, machine));
        console.say("");
        long goals = rows.stream().filter(row -> row.goal().isPresent()).count();
        long met = rows.stream().filter(row -> row.isMet().orElse(false)).count();
        String sum = met + " of " + goals + " in " + time.toSeconds() + " s";
        if (unmeasured > 0) {
            console.say(console.paint(Style.UNSURE, "could not measure: " + unmeasured + "; goals met: " + sum));
            return ExitCode.COULD_NOT;
        }
        console.say(
                met < goals
                        ? console.paint(Style.BAD, "goals not met: " + (goals - met) + "; met: " + sum)
                        : console.paint(Style.GOOD, "goals met: " + sum));
        return ExitCode.YES;
    }

    private void legend(Kind kind) {
        console.say("  " + console.paint(Style.STRONG, kind.suffix()) + ": " + kind.what());
        if (!kind.reference().what().isEmpty()) {
            console.say(console.paint(
                    Style.QUIET, "    held against " + kind.reference().what()));
        }
    }

    private static String cells(Object... cells) {
        return String.format(Locale.ROOT, "%1s %-24s %9s %13s %6s %9s %7s  %s", cells);
    }

    /** Three digits that mean something. */
    static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size < SHORT ? "%.2f" : size < LONG ? "%.1f" : "%.0f", value);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
