package dev.lexlab.check.cli;

import dev.lexlab.check.learner.Backups;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reset",
        description = {
            "Puts the starter back. All that was there is kept as a backup, and --undo brings it back.",
            "Exit code: 0 done, 1 you said no, 2 usage, or there is nothing to reset."
        },
        sortOptions = false)
final class ResetCommand extends LexlabCommand {

    @Parameters(paramLabel = "LAB[/TASK]", description = "a lab with all its tasks, or one task")
    private String target = "";

    @Option(names = "--yes", description = "do not ask; for scripts")
    private boolean isYes;

    @Option(names = "--list", description = "say what backups there are, and change nothing")
    private boolean isList;

    @Option(names = "--undo", description = "bring the latest backup back")
    private boolean isUndo;

    ResetCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws Exception {
        if (isList && isUndo) {
            throw new UsageProblem("--list and --undo do not go together");
        }
        Labs labs = labs();
        List<Backups> tasks = tasks(labs);
        if (isList) {
            return list(labs.course(), tasks);
        }
        return isUndo ? undo(labs.course(), tasks) : reset(labs.course(), tasks);
    }

    private List<Backups> tasks(Labs labs) throws UsageProblem, ProblemsFound {
        Labs.Named named = labs.named(target);
        return named.tasks().stream()
                .map(task -> new Backups(labs.course(), named.lab(), task))
                .toList();
    }

    private ExitCode reset(Course course, List<Backups> tasks) throws IOException, UsageProblem {
        if (tasks.stream().noneMatch(Backups::isThere)) {
            throw new UsageProblem(
                    "there is nothing to reset: " + course.name(tasks.get(0).folder())
                            + " is not there; ./lexlab start " + labOf(target) + " puts the starter there");
        }
        List<Backups> changed = new ArrayList<>();
        for (Backups task : tasks) {
            if (task.isThere() && task.hasChanges()) {
                changed.add(task);
            }
        }
        if (changed.isEmpty()) {
            throw new UsageProblem("there is nothing to reset: " + names(tasks) + " is as the starter has it");
        }
        if (!mayChange("The starter will be put back for " + names(changed) + "; your files are kept as a backup.")) {
            return ExitCode.NO;
        }
        for (Backups task : changed) {
            Path backup = task.reset(Instant.now());
            console().say("reset: " + console().paint(Style.STRONG, course.name(task.folder())));
            console().say("  your files are in " + course.name(backup));
        }
        console()
                .say("next: " + console().paint(Style.LINK, "./lexlab watch " + target) + ", or to undo this: "
                        + console().paint(Style.LINK, "./lexlab reset " + target + " --undo"));
        return ExitCode.YES;
    }

    private ExitCode undo(Course course, List<Backups> tasks) throws IOException, UsageProblem {
        List<Backups> kept = new ArrayList<>();
        boolean isChanged = false;
        for (Backups task : tasks) {
            if (!task.all().isEmpty()) {
                kept.add(task);
                isChanged |= task.hasChanges();
            }
        }
        if (kept.isEmpty()) {
            throw new UsageProblem("there is no backup of " + names(tasks));
        }
        if (isChanged
                && !mayChange("The latest backup of " + names(kept)
                        + " will be brought back; what is there now becomes a backup.")) {
            return ExitCode.NO;
        }
        for (Backups task : kept) {
            List<Path> all = task.all();
            Path latest = all.get(all.size() - 1);
            Optional<Path> instead = task.bringBack(latest, Instant.now());
            console()
                    .say("brought back: " + console().paint(Style.STRONG, course.name(task.folder())) + ", from "
                            + latest.getFileName());
            instead.ifPresent(backup -> console().say("  what was there is in " + course.name(backup)));
        }
        return ExitCode.YES;
    }

    private ExitCode list(Course course, List<Backups> tasks) throws IOException {
        boolean isEmpty = true;
        for (Backups task : tasks) {
            for (Path backup : task.all()) {
                console().say(course.name(backup));
                isEmpty = false;
            }
        }
        if (isEmpty) {
            console().say("there is no backup of " + names(tasks));
        }
        return ExitCode.YES;
    }

    private boolean mayChange(String what) throws IOException, UsageProblem {
        if (isYes) {
            return true;
        }
        if (!context.isAnswering()) {
            throw new UsageProblem("there are changes in " + target + ", and nobody to ask; add --yes");
        }
        boolean agrees = context.agrees(what + " Go on?");
        if (!agrees) {
            console().say("nothing was changed");
        }
        return agrees;
    }

    private static String names(List<Backups> tasks) {
        return tasks.stream().map(Backups::name).collect(Collectors.joining(", "));
    }

    private static String labOf(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }
}
