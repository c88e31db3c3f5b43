package dev.lexlab.check.cli;

import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.shell.Opening;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        String whole = NamedTask.of(labs, name).name();
        List<Target> targets = new Targets(labs, here, work, true).choose(whole);
        return targets.get(0);
    }

    static Assignment assignment(Target target) {
        return new Assignment(target.lab(), target.task(), Intake.take(target.folder(), target.task()), Opening.SEED);
    }
}
