package dev.lexlab.check.cli;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import java.nio.file.Path;

/**
 * One task to grade.
 *
 * @param folder the submission
 * @param shown the same, as the learner would type it
 * @param isOwn whether it is the learner's own copy in the course, whose results are kept
 */
record Target(LabDefinition lab, TaskDefinition task, Path folder, String shown, boolean isOwn) {

    String name() {
        return lab.id() + "/" + task.id();
    }
}
