package dev.lexlab.check.watch;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import java.nio.file.Path;

/**
 * A task that is graded when something of it is saved.
 *
 * @param folder the submission, absolute; it need not be there yet
 * @param shown the same, as the learner would type it
 * @param isOwn whether it is the learner's own copy in the course, whose results are kept
 */
public record Watched(LabDefinition lab, TaskDefinition task, Path folder, String shown, boolean isOwn) {

    public Watched {
        folder = folder.toAbsolutePath().normalize();
    }

    /** {@code LAB/TASK}, as one types it. */
    public String name() {
        return lab.id() + "/" + task.id();
    }
}
