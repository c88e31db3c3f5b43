package dev.lexlab.check.cli;

import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what was typed to the tasks to grade: a task that was named, or all that somebody has begun to work on. */
final class Targets {
    private final Labs labs;
    private final Path here;
    private final @Nullable Path work;
    private final boolean isAll;

    Targets(Labs labs, Path here, @Nullable Path work, boolean isAll) {
        this.labs = labs;
        this.here = here;
        this.work = work;
        this.isAll = isAll;
    }

    /**
     * Chooses the tasks.
     *
     * @param name {@code LAB}, {@code LAB/TASK} or nothing
     */
    List<Target> choose(@Nullable String name) throws UsageProblem, ProblemsFound, IOException {
        refuseMissingWork();
        if (name == null) {
            return started(allLabs(), "any lab");
        }
        Labs.Named named = labs.named(name);
        LabDefinition lab = named.lab();
        if (named.task().isEmpty()) {
            return started(List.of(lab), "'" + name + "'");
        }
        Target target = target(lab, named.task().get(), true);
        if (!Files.isDirectory(target.folder())) {
            throw new UsageProblem("there is no folder " + target.shown() + " yet; ./lexlab start " + lab.id()
                    + " puts the starter there");
        }
        return List.of(target);
    }

    /** All tasks of a lab, whether somebody began them or not; in somebody's own folder only the one that was named. */
    List<Target> ofLab(Labs.Named named) throws UsageProblem {
        refuseMissingWork();
        LabDefinition lab = named.lab();
        if (work != null && named.task().isPresent()) {
            return List.of(target(lab, named.task().get(), true));
        }
        return lab.tasks().stream()
                .map(task -> target(lab, task, lab.tasks().size() == 1))
                .toList();
    }

    private List<LabDefinition> allLabs() throws UsageProblem, ProblemsFound {
        List<LabDefinition> all = new ArrayList<>();
        for (LabDefinition lab : labs.all()) {
            all.add(labs.lab(lab.id()));
        }
        return all;
    }

    private void refuseMissingWork() throws UsageProblem {
        if (work != null && !Files.isDirectory(here.resolve(work))) {
            throw new UsageProblem("there is no folder '" + work + "' (--work)");
        }
    }

    private List<Target> started(List<LabDefinition> from, String where) throws UsageProblem, IOException {
        List<Target> started = new ArrayList<>();
        List<String> untouched = new ArrayList<>();
        for (LabDefinition lab : from) {
            for (TaskDefinition task : lab.tasks()) {
                Target target = target(lab, task, lab.tasks().size() == 1 && from.size() == 1);
                if (!Files.isDirectory(target.folder())) {
                    continue;
                }
                if (!isAll && Intake.isUntouched(target.folder(), task)) {
                    untouched.add(target.shown());
                } else {
                    started.add(target);
                }
            }
        }
        if (started.isEmpty()) {
            throw new UsageProblem("nothing to grade in " + where + ": " + nextStep(from, untouched));
        }
        return started;
    }

    private static String nextStep(List<LabDefinition> from, List<String> untouched) {
        if (!untouched.isEmpty()) {
            return "no task is started; edit the files in " + untouched.get(0) + ", then check again";
        }
        String lab = from.size() == 1 ? from.get(0).id() : "LAB";
        return "no task is started; ./lexlab start " + lab + " puts the starters where you work";
    }

    /** A folder given may hold the task's files, or a folder with the task's name that does. */
    private Target target(LabDefinition lab, TaskDefinition task, boolean isOnlyOne) {
        if (work == null) {
            Path folder = lab.work().resolve(task.id());
            return new Target(lab, task, folder, labs.course().name(folder), true);
        }
        Path given = here.resolve(work).toAbsolutePath().normalize();
        Path inside = given.resolve(task.id());
        boolean isInside = !isOnlyOne || Files.isDirectory(inside);
        String shown = work.toString().replace('\\', '/');
        return isInside
                ? new Target(lab, task, inside, shown + "/" + task.id(), false)
                : new Target(lab, task, given, shown, false);
    }
}
