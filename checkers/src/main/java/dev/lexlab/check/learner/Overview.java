package dev.lexlab.check.learner;

import dev.lexlab.check.report.Results;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.result.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** All labs, where the learner stands in each, and the one command to type next. */
public final class Overview {
    private final Console console;
    private final Results results;

    public Overview(Console console, Results results) {
        this.console = console;
        this.results = results;
    }

    /** Says it. */
    public void tell(List<LabDefinition> labs) {
        if (labs.isEmpty()) {
            console.say("There is no lab here yet.");
            return;
        }
        for (LabDefinition lab : labs) {
            console.say(console.paint(Style.STRONG, lab.title()) + console.paint(Style.QUIET, "   " + lab.id()));
            for (TaskDefinition task : lab.tasks()) {
                console.say("  " + line(lab, task));
            }
            console.say("");
        }
        console.say("next: " + console.paint(Style.LINK, next(labs)));
    }

    private String line(LabDefinition lab, TaskDefinition task) {
        State state = state(lab, task);
        String name = task.title() + " ".repeat(Math.max(1, 40 - task.title().length()));
        return switch (state) {
            case NOT_STARTED ->
                "  " + name + console.paint(Style.QUIET, "not started, about " + task.minutes() + " min");
            case STARTED -> console.paint(Style.UNSURE, "… ") + name + "started, not checked yet";
            case NOT_YET ->
                console.paint(Style.BAD, "✘ ")
                        + name
                        + summary(lab, task)
                                .map(last -> "not yet: " + last.passed() + " of " + last.checks())
                                .orElse("");
            case PASSED -> console.paint(Style.GOOD, "✔ ") + name + "passed";
        };
    }

    private String next(List<LabDefinition> labs) {
        for (LabDefinition lab : labs) {
            for (TaskDefinition task : lab.tasks()) {
                State state = state(lab, task);
                if (state == State.STARTED || state == State.NOT_YET) {
                    return "./lexlab check " + lab.id() + "/" + task.id();
                }
            }
        }
        return labs.stream()
                .filter(lab -> lab.tasks().stream().anyMatch(task -> state(lab, task) == State.NOT_STARTED))
                .findFirst()
                .map(this::begin)
                .orElse("./lexlab serve, and read on: everything here is passed");
    }

    /** A lab whose starter lies there untouched was begun already. */
    private String begin(LabDefinition lab) {
        boolean isThere = lab.tasks().stream()
                .filter(task -> state(lab, task) == State.NOT_STARTED)
                .allMatch(task -> Files.isDirectory(new Work(lab, lab.work()).folder(task)));
        return isThere
                ? "edit the files in labs/" + lab.id() + "/work, then ./lexlab check " + lab.id()
                : "./lexlab start " + lab.id();
    }

    private State state(LabDefinition lab, TaskDefinition task) {
        Optional<Summary> last = summary(lab, task);
        if (last.isPresent()) {
            return last.get().allPassed() ? State.PASSED : State.NOT_YET;
        }
        return isTouched(lab, task) ? State.STARTED : State.NOT_STARTED;
    }

    private static boolean isTouched(LabDefinition lab, TaskDefinition task) {
        var folder = new Work(lab, lab.work()).folder(task);
        try {
            return Files.isDirectory(folder) && !Intake.isUntouched(folder, task);
        } catch (IOException e) {
            return true; // it is there and cannot be read: check will say why
        }
    }

    private Optional<Summary> summary(LabDefinition lab, TaskDefinition task) {
        return results.latest(lab.id(), task.id());
    }

    private enum State {
        NOT_STARTED,
        STARTED,
        NOT_YET,
        PASSED
    }
}
