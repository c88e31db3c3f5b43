package dev.lexlab.check.bench;

import dev.lexlab.check.bench.Row.Figures;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.text.Sink;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What was measured, for people and for the log of a build. */
final class BenchTable {
    private static final int SHORT = 10;
    private static final int LONG = 100;

    private final Console console;

    BenchTable(Console console) {
        this.console = console;
    }

    /** Before the first row. */
    void head() {
        console.say(console.paint(
                Style.STRONG,
                cells("", "", "median", "min–max", "rounds", "reference", "ratio", "goal")
                        .stripTrailing()));
    }

    /** One row, as soon as it is known. Times are in milliseconds. */
    void row(Row row) {
        String name = row.subject().name();
        if (row.figures().isEmpty()) {
            console.say("? %-20s could not measure: ".formatted(name) + Sink.TERMINAL.encode(oneLine(row.trouble())));
            return;
        }
        Figures figures = row.figures().get();
        Sample measured = figures.measured();
        String line = cells(
                row.isMet() ? "✔" : "✘",
                name,
                number(measured.median()),
                number(measured.least()) + "–" + number(measured.most()),
                measured.milliseconds().size(),
                number(figures.reference().median()),
                "×" + number(figures.ratio()),
                row.subject().goal() + (row.isMet() ? ", met" : ", not met"));
        console.say(console.paint(row.isMet() ? Style.GOOD : Style.BAD, line.substring(0, 1)) + line.substring(1));
    }

    /** What the rows are about, on what, and the last line, which scripts may read. */
    ExitCode sum(List<Row> rows, Duration time, String machine) {
        console.say("");
        console.say("Medians in milliseconds; what each row is about, and what it is held against, measured in turn:");
        rows.forEach(this::legend);
        console.say(console.paint(Style.QUIET, machine));
        console.say("");
        long met = rows.stream().filter(Row::isMet).count();
        long unmeasured = rows.stream().filter(row -> row.figures().isEmpty()).count();
        String sum = met + " of " + rows.size() + " in " + time.toSeconds() + " s";
        if (unmeasured > 0) {
            console.say(console.paint(
                    Style.UNSURE, "could not measure: " + unmeasured + " of " + rows.size() + "; goals met: " + sum));
            return ExitCode.COULD_NOT;
        }
        if (met < rows.size()) {
            console.say(console.paint(Style.BAD, "goals not met: " + (rows.size() - met) + "; met: " + sum));
            return ExitCode.NO;
        }
        console.say(console.paint(Style.GOOD, "goals met: " + sum));
        return ExitCode.YES;
    }

    private void legend(Row row) {
        Subject subject = row.subject();
        String on = row.figures()
                .map(Figures::environment)
                .filter(kind -> !kind.isEmpty())
                .map(kind -> " (" + kind + ")")
                .orElse("");
        console.say("  " + console.paint(Style.STRONG, subject.name()) + ": " + subject.what() + on);
        console.say(console.paint(Style.QUIET, "    held against " + subject.reference()));
    }

    private static String cells(Object... cells) {
        return String.format(Locale.ROOT, "%1s %-20s %8s %13s %6s %9s %7s  %s", cells);
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
