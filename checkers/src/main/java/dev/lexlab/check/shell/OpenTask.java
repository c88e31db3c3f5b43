package dev.lexlab.check.shell;

import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.environment.Environment.Opened;
import java.util.List;
import java.util.Optional;

/**
 * A task's environment that was kept.
 *
 * @param run what the engine knows all of it by
 * @param submission hash of the files that were applied
 */
public record OpenTask(String lab, String task, String run, String submission, Opened opened) {

    public String name() {
        return lab + "/" + task;
    }

    /** The machine of this name, or the one that a shell opens by itself where the name is empty. */
    public static Optional<Door> door(Opened opened, String name) {
        return name.isEmpty()
                ? opened.main()
                : opened.doors().stream()
                        .filter(door -> door.name().equals(name))
                        .findFirst();
    }

    public static List<String> names(Opened opened) {
        return opened.doors().stream().map(Door::name).toList();
    }
}
