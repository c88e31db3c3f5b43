package dev.lexlab.check.report;

import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
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
    private static final int MOST_CHARACTERS = 300;
    private static final int MOST_OF_ADVICE = 400;
    private static final int MOST_LINES = 3;
    /** A command that is longer is no use in part. */
    private static final int MOST_OF_A_COMMAND = 4_000;

    private static final int LABEL = 11;
    /** The kind of environment that a machine has which can run no server. */
    private static final String NOTHING_THERE = "none";

    private final Console console;
    private final Sink sink;
    private boolean isShortened;

    public TerminalReport(Console console) {
        this(console, Sink.TERMINAL);
    }

    /**
     * A report.
     *
     * @param sink what the lines end up in: {@link Sink#CI_LOG} where a CI service reads them
     */
    public TerminalReport(Console console, Sink sink) {
        this.console = console;
        this.sink = sink;
    }

    /**
     * Reports on one task.
     *
     * @param work the submission's folder as the learner would type it; places are told from there
     */
    public void tell(TaskDefinition task, Grade grade, String work) {
        isShortened = false;
        console.say("");
        console.say(console.paint(Style.STRONG, task.title())
                + console.paint(Style.QUIET, "   " + grade.lab() + "/" + grade.task() + ", seed " + grade.seed()));
        console.say("");
        grade.checks().forEach(this::line);
        Verdicts.firstToFix(grade)
                .filter(check -> !lastLineSaysAll(grade, check))
                .ifPresent(check ->
                        lines(check, work, grade.lab() + "/" + grade.task()).forEach(console::say));
        console.say("");
    }

    /** What this machine lacks is said once, and not for every task that lacks it. */
    private static boolean lastLineSaysAll(Grade grade, CheckResult check) {
        return check.verdict() == Verdict.ERROR && grade.environment().equals(NOTHING_THERE);
    }

    /**
     * One quiet line after {@link #tell}: where all of it is.
     *
     * @param report the report that was kept; empty where none was
     */
    public void whole(Grade grade, Optional<String> report) {
        boolean isOfUse = grade.exitCode() != ExitCode.YES;
        if (isOfUse && report.isPresent()) {
            console.say(console.paint(Style.QUIET, "the whole report: " + report.get()));
        } else if (isOfUse && isShortened) {
            console.say(console.paint(
                    Style.QUIET, "something is shortened here; --json FILE or --html FILE writes all of it"));
        }
    }

    /**
     * The last line, which scripts may read: {@code passed: 5 of 5}. Where tasks could not be graded, a line for each reason,
     * which are the last ones.
     */
    public void sum(List<Grade> grades) {
        long passed = grades.stream().mapToInt(Grade::passed).sum();
        int checks = grades.stream().mapToInt(grade -> grade.checks().size()).sum();
        List<String> reasons = grades.stream()
                .flatMap(grade -> firstError(grade).stream())
                .map(this::why)
                .distinct()
                .toList();
        if (!reasons.isEmpty()) {
            reasons.forEach(reason -> console.say(console.paint(Style.UNSURE, "could not grade: " + reason)));
        } else if (passed == checks) {
            console.say(console.paint(Style.GOOD, "passed: " + passed + " of " + checks));
        } else {
            console.say(console.paint(Style.BAD, "not yet: " + passed + " of " + checks));
        }
    }

    private static Optional<CheckResult> firstError(Grade grade) {
        return grade.checks().stream()
                .filter(check -> check.verdict() == Verdict.ERROR)
                .findFirst();
    }

    private String why(CheckResult error) {
        Feedback feedback = error.feedback().orElse(Feedback.of("nobody knows why"));
        String next = feedback.next()
                .filter(step -> !step.isEmpty())
                .map(step -> "; " + step)
                .orElse("");
        return advice(feedback.summary() + next);
    }

    private void line(CheckResult check) {
        String points = Verdicts.points(check, "/");
        String line = "  " + console.paint(style(check), Verdicts.sign(check.verdict())) + " "
                + console.paint(Style.QUIET, pad(points, 5)) + " " + check.sentence();
        console.say(line + console.paint(Style.QUIET, remark(check)));
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
            case INVALID, TIMEOUT, ERROR -> "  (" + Verdicts.word(check.verdict()) + ")";
            case BLOCKED -> "  (after '" + check.blockedBy().orElse("") + "')";
        };
    }

    /** At most twelve lines. */
    private List<String> lines(CheckResult check, String work, String task) {
        Feedback feedback = check.feedback().orElse(Feedback.of("there is nothing more to say"));
        boolean waited = check.verdict() == Verdict.TIMEOUT;
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(console.paint(Style.STRONG, check.verdict() == Verdict.ERROR ? "What went wrong" : "First to fix")
                + "  " + shortened(feedback.summary(), MOST_CHARACTERS));
        feedback.place().ifPresent(place -> lines.add(field("where", console.paint(Style.LINK, where(place, work)))));
        feedback.expected().ifPresent(text -> lines.addAll(fields(waited ? "waited for" : "expected", text, 1)));
        feedback.seen().ifPresent(text -> lines.addAll(fields(waited ? "last seen" : "seen", text, MOST_LINES)));
        feedback.diagnosis().ifPresent(diagnosis -> lines.add(field("likely", advice(diagnosis.says()))));
        feedback.next().filter(next -> !next.isEmpty()).ifPresent(next -> lines.add(field("next", advice(next))));
        feedback.term().ifPresent(term -> lines.add(field("read", "./lexlab term " + term)));
        feedback.reproduce().ifPresent(reproduction -> {
            lines.add(field("reproduce", command(reproduction.command())));
            lines.add(field("", console.paint(Style.QUIET, "in " + shell(task, reproduction.machine()))));
        });
        return lines;
    }

    private static String shell(String task, String machine) {
        return "./lexlab shell " + task + (machine.isEmpty() ? "" : " --as " + machine);
    }

    /** Whole, or not at all: half a command does something else. */
    private String command(Untrusted command) {
        if (!command.isCut() && command.value().length() <= MOST_OF_A_COMMAND) {
            return oneLine(command.value());
        }
        isShortened = true;
        return "a command of " + command.length() + " characters, too long to show here";
    }

    private String where(Place place, String work) {
        String folder = work.isEmpty() || work.endsWith("/") ? work : work + "/";
        return shortened(folder + place, MOST_CHARACTERS);
    }

    /** The first lines, and of each its beginning; what is left out is told. */
    private List<String> fields(String label, Untrusted text, int most) {
        List<String> all = text.value().replace("\t", "    ").strip().lines().toList();
        int shown = Math.min(most, all.size());
        boolean isNarrowed = all.stream().limit(shown).anyMatch(line -> line.length() > MOST_CHARACTERS);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            String line = sink.encode(Lines.beginning(all.get(i), MOST_CHARACTERS));
            boolean isCut = all.get(i).length() > MOST_CHARACTERS;
            String rest = i < shown - 1 ? (isCut ? " …" : "") : leftOut(text, all, shown, isNarrowed);
            lines.add(field(i == 0 ? label : "", line + rest));
        }
        return lines;
    }

    private String leftOut(Untrusted text, List<String> all, int shown, boolean isNarrowed) {
        if (shown == all.size() && !isNarrowed && !text.isCut()) {
            return "";
        }
        isShortened = true;
        return shown < all.size() && !text.isCut()
                ? " … (" + all.size() + " lines in all)"
                : " … (" + text.length() + " characters in all)";
    }

    private String advice(String text) {
        return shortened(text, MOST_OF_ADVICE);
    }

    /** One line, shown to a length. */
    private String shortened(String text, int most) {
        Untrusted line = Untrusted.of(Lines.one(text));
        isShortened |= line.length() > most;
        return sink.encode(line, most);
    }

    private String field(String label, String value) {
        return "  " + console.paint(Style.QUIET, pad(label, LABEL)) + value;
    }

    private String oneLine(String text) {
        return sink.encode(Lines.one(text));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
