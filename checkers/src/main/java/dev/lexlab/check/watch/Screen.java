package dev.lexlab.check.watch;

import dev.lexlab.check.learner.HintReport;
import dev.lexlab.check.learner.Ladder.Hint;
import dev.lexlab.check.learner.Standing;
import dev.lexlab.check.learner.Standings;
import dev.lexlab.check.pipeline.Regraded;
import dev.lexlab.check.report.TerminalReport;
import dev.lexlab.lab.TaskDefinition.WorkFile;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.text.Sink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody sees who works and saves: one screen with the newest verdict, or lines one below the other. */
final class Screen {
    private final Console console;
    private final boolean hasKeys;

    /**
     * Speaks to somebody.
     *
     * @param hasKeys whether they can answer
     */
    Screen(Console console, boolean hasKeys) {
        this.console = console;
        this.hasKeys = hasKeys;
    }

    /** The beginning with a task. */
    void watching(Watched task) {
        console.clearProgress();
        console.say(console.paint(Style.QUIET, "watching " + task.shown() + ": save, and it is graded"));
    }

    /** There is nothing to grade yet. */
    void missing(Watched task) {
        console.clearProgress();
        console.clearScreen();
        String start = task.isOwn() ? "./lexlab start " + task.lab().id() : "";
        console.say("there is no folder " + task.shown() + " yet"
                + (start.isEmpty() ? "" : "; " + console.paint(Style.LINK, start) + " puts the starter there"));
        keys();
    }

    /** The newest verdict. */
    void verdict(Watched task, Regraded regraded, Standings standings, Optional<Watched> next) {
        console.clearProgress();
        console.clearScreen();
        Result graded = regraded.graded();
        TerminalReport report = new TerminalReport(console);
        report.tell(task.task(), graded.grade(), task.shown());
        report.sum(List.of(graded.grade()));
        console.say(console.paint(Style.QUIET, how(regraded) + progress(task, standings)));
        if (graded.grade().passed() == graded.grade().checks().size()) {
            passed(task, next);
        }
        keys();
    }

    private static String how(Regraded regraded) {
        int checks = regraded.graded().grade().checks().size();
        String which = regraded.ran() == checks ? "" : ", " + regraded.ran() + " of " + checks + " checks run again";
        return String.format(
                        Locale.ROOT, "graded in %.1f s", regraded.graded().run().milliseconds() / 1000.0)
                + which;
    }

    private static String progress(Watched task, Standings standings) {
        List<Standing> here = standings.all().stream()
                .filter(standing -> standing.lab().id().equals(task.lab().id()))
                .toList();
        Standings lab = new Standings(here);
        return task.isOwn()
                ? "; lab " + task.lab().id() + ": " + lab.points() + " of " + lab.maximum() + " points, " + lab.passed()
                        + " of " + here.size() + (here.size() == 1 ? " task" : " tasks") + " passed"
                : "";
    }

    private void passed(Watched task, Optional<Watched> next) {
        console.say("");
        if (next.isEmpty()) {
            console.say(console.paint(Style.GOOD, "All of lab " + task.lab().id() + " is passed.") + " What is next: "
                    + console.paint(Style.LINK, "./lexlab"));
            return;
        }
        console.say(console.paint(Style.GOOD, "Passed.") + " Next, and watched from now on, is "
                + console.paint(Style.STRONG, next.get().name()) + ": ");
        about(next.get());
    }

    /** A task to begin with. */
    void task(Watched task) {
        console.clearProgress();
        console.clearScreen();
        console.say(console.paint(Style.STRONG, plain(task.task().title()))
                + console.paint(
                        Style.QUIET,
                        "   " + task.name() + ", about " + task.task().minutes() + " min"));
        about(task);
        keys();
    }

    private void about(Watched task) {
        console.say("  " + plain(task.task().summary()));
        for (WorkFile file : task.task().files()) {
            console.say("  " + console.paint(Style.STRONG, task.shown() + "/" + file.path())
                    + console.paint(Style.QUIET, "   " + plain(file.about())));
        }
    }

    /** Saved, and it makes no difference. */
    void unchanged(int checks) {
        console.clearProgress();
        console.say(console.paint(
                Style.QUIET, "saved; none of the " + checks + " checks looks at what changed, so the verdict stands"));
    }

    void trouble(String why) {
        console.clearProgress();
        console.say(console.paint(Style.UNSURE, "could not grade: ")
                + Sink.TERMINAL.encode(why.strip().replaceAll("\\s+", " "))
                + console.paint(Style.QUIET, " (the next save tries again)"));
    }

    void hint(Watched task, Hint hint) {
        console.clearProgress();
        console.say("");
        HintReport report = new HintReport(console);
        report.tell(task.task(), task.name(), hint);
    }

    void say(String line) {
        console.clearProgress();
        console.say(line);
    }

    void keys() {
        if (hasKeys) {
            console.say("");
            console.say(console.paint(
                    Style.QUIET,
                    "h hint   a all checks again   n new random data   s next task   q quit   (then Enter)"));
        }
    }

    private static String plain(String text) {
        return Sink.TERMINAL.encode(text);
    }
}
