package dev.lexlab.check.cli;

import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.shell.Opening;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From what was typed to the one task whose environment somebody wants to see. */
final class OneTask {
    private OneTask() {}

    /**
     * Chooses the task.
     *
     * @param name {@code LAB/TASK}, or {@code LAB} where it has only one
     */
    static Target choose(Labs labs, Path here, @Nullable Path work, String name)
            throws UsageProblem, ProblemsFound, IOException {
        String whole = name;
        if (name.indexOf('/') < 0) {
            LabDefinition lab = labs.lab(name);
            if (lab.tasks().size() > 1) {
                throw new UsageProblem("lab '" + name + "' has more than one task; name one of "
                        + lab.tasks().stream()
                                .map(TaskDefinition::id)
                                .map(task -> name + "/" + task)
                                .collect(Collectors.joining(", ")));
            }
            whole = name + "/" + lab.tasks().get(0).id();
        }
        List<Target> targets = new Targets(labs, here, work, true).choose(whole);
        return targets.get(0);
    }

    static Assignment assignment(Target target) {
        return new Assignment(target.lab(), target.task(), Intake.take(target.folder(), target.task()), Opening.SEED);
    }
}
