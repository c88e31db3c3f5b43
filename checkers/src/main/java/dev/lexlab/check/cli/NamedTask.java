package dev.lexlab.check.cli;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.ProblemsFound;
import java.util.stream.Collectors;

/** A task that was named, whether somebody works on it or not. */
record NamedTask(LabDefinition lab, TaskDefinition task) {

    /**
     * Finds it.
     *
     * @param name {@code LAB/TASK}, or {@code LAB} where it has only one
     */
    static NamedTask of(Labs labs, String name) throws UsageProblem, ProblemsFound {
        Labs.Named named = labs.named(name);
        LabDefinition lab = named.lab();
        if (named.tasks().size() > 1) {
            throw new UsageProblem("lab '" + name + "' has more than one task; name one of "
                    + lab.tasks().stream().map(task -> name + "/" + task.id()).collect(Collectors.joining(", ")));
        }
        return new NamedTask(lab, named.tasks().get(0));
    }

    String name() {
        return lab.id() + "/" + task.id();
    }
}
