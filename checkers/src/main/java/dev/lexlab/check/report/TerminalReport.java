package dev.lexlab.check.report;

import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a learner reads: a line for each check, then the first thing to fix, in full. */
public final class TerminalReport {
    private static final int MOST_CHARACTERS = 400;
    private static final int MOST_LINES = 3;
    private static final int LABEL = 11;

    private final Console console;

    public TerminalReport(Console console) {
        this.console = console;
    }

    /**
     * Reports on one task.
     *
     * @param work the submission's folder as the learner would type it; places are told from there
     */
    public void tell(TaskDefinition task, Grade grade, String work) {
        console.say("");
        console.say(console.paint(Style.STRONG, task.title())
                + console.paint(Style.QUIET, "   " + grade.lab() + "/" + grade.task() + ", seed " + grade.seed()));
        console.say("");
        grade.checks().forEach(this::line);
        grade.checks().stream()
                .filter(TerminalReport::isToFix)
                .findFirst()
                .ifPresent(check ->
                        lines(check, work, grade.lab() + "/" + grade.task()).forEach(console::say));
        console.say("");
    }

    /** The last line, which scripts may read: {@code passed: 5 of 5}. */
    public void sum(List<Grade> grades) {
        long passed = grades.stream().mapToInt(Grade::passed).sum();
        List<CheckResult> checks =
                grades.stream().flatMap(grade -> grade.checks().stream()).toList();
        Optional<CheckResult> error = checks.stream()
                .filter(check -> check.verdict() == Verdict.ERROR)
                .findFirst();
        if (error.isPresent()) {
            console.say(console.paint(Style.UNSURE, "could not grade: " + why(error.get())));
        } else if (passed == checks.size()) {
            console.say(console.paint(Style.GOOD, "passed: " + passed + " of " + checks.size()));
        } else {
            console.say(console.paint(Style.BAD, "not yet: " + passed + " of " + checks.size()));
        }
    }

    private static String why(CheckResult error) {
        Feedback feedback = error.feedback().orElse(Feedback.of("nobody knows why"));
        String next = feedback.next()
                .filter(step -> !step.isEmpty())
                .map(step -> "; " + step)
                .orElse("");
        return Sink.TERMINAL.encode(oneLine(feedback.summary() + next));
    }

    /** What waits for another check has nothing to fix. */
    private static boolean isToFix(CheckResult check) {
        return check.verdict() != Verdict.PASSED && check.verdict() != Verdict.BLOCKED;
    }

    private void line(CheckResult check) {
        String points = check.points().map(String::valueOf).orElse("?") + "/" + check.maximum();
        String line = "  " + console.paint(style(check), sign(check)) + " " + console.paint(Style.QUIET, pad(points, 5))
                + " " + check.sentence();
        console.say(line + console.paint(Style.QUIET, remark(check)));
    }

    private static String sign(CheckResult check) {
        return switch (check.verdict()) {
            case PASSED -> "✔";
            case FAILED, INVALID, TIMEOUT -> "✘";
            case BLOCKED -> "·";
            case ERROR -> "?";
        };
    }

    private static Style style(CheckResult check) {
        return switch (check.verdict()) {
            case PASSED -> Style.GOOD;
            case FAILED, INVALID, TIMEOUT -> Style.BAD;
            case BLOCKED -> Style.QUIET;
            case ERROR -> Style.UNSURE;
        };
    }

    private static String remark(CheckResult check) {
        return switch (check.verdict()) {
            case PASSED, FAILED -> "";
            case INVALID -> "  (cannot be run yet)";
            case TIMEOUT -> "  (no end in sight)";
            case BLOCKED -> "  (after '" + check.blockedBy().orElse("") + "')";
            case ERROR -> "  (could not be graded)";
        };
    }

    /** At most twelve lines. */
    private List<String> lines(CheckResult check, String work, String task) {
        Feedback feedback = check.feedback().orElse(Feedback.of("there is nothing more to say"));
        boolean waited = check.verdict() == Verdict.TIMEOUT;
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(console.paint(Style.STRONG, check.verdict() == Verdict.ERROR ? "What went wrong" : "First to fix")
                + "  " + Sink.TERMINAL.encode(oneLine(feedback.summary())));
        feedback.place().ifPresent(place -> lines.add(field("where", console.paint(Style.LINK, where(place, work)))));
        feedback.expected().ifPresent(text -> lines.addAll(fields(waited ? "waited for" : "expected", text, 1)));
        feedback.seen().ifPresent(text -> lines.addAll(fields(waited ? "last seen" : "seen", text, MOST_LINES)));
        feedback.diagnosis().ifPresent(diagnosis -> lines.add(field("likely", oneLine(diagnosis.says()))));
        feedback.next().filter(next -> !next.isEmpty()).ifPresent(next -> lines.add(field("next", oneLine(next))));
        feedback.term().ifPresent(term -> lines.add(field("read", "./lexlab term " + term)));
        feedback.reproduce().ifPresent(reproduction -> {
            lines.add(field("reproduce", oneLine(Sink.TERMINAL.encode(reproduction.command()))));
            lines.add(field("", console.paint(Style.QUIET, "in " + shell(task, reproduction.machine()))));
        });
        return lines;
    }

    private static String shell(String task, String machine) {
        return "./lexlab shell " + task + (machine.isEmpty() ? "" : " --as " + machine);
    }

    private static String where(Place place, String work) {
        String folder = work.isEmpty() || work.endsWith("/") ? work : work + "/";
        return Sink.TERMINAL.encode(folder + place);
    }

    private List<String> fields(String label, Untrusted text, int most) {
        List<String> all = Sink.TERMINAL
                .encode(text, MOST_CHARACTERS)
                .replace("\t", "    ")
                .strip()
                .lines()
                .toList();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            boolean isCut = i == most - 1 && all.size() > most;
            lines.add(field(i == 0 ? label : "", all.get(i) + (isCut ? " … (" + all.size() + " lines in all)" : "")));
        }
        return lines;
    }

    private String field(String label, String value) {
        return "  " + console.paint(Style.QUIET, pad(label, LABEL)) + value;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
