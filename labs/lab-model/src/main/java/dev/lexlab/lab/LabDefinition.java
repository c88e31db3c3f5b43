package dev.lexlab.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A lab as {@code lab.yml} defines it.
 *
 * @param folder where it lies, absolute
 * @param id the folder's name
 * @param concept slug of the concept it practises
 * @param summary one sentence
 * @param tasks at least one, in the order to do them
 */
public record LabDefinition(
        Path folder, String id, String concept, String title, String summary, List<TaskDefinition> tasks) {

    public LabDefinition {
        tasks = List.copyOf(tasks);
    }

    public Optional<TaskDefinition> task(String taskId) {
        return tasks.stream().filter(task -> task.id().equals(taskId)).findFirst();
    }

    /** The learner's own copy, unless they say otherwise. */
    public Path work() {
        return folder.resolve("work");
    }
}
