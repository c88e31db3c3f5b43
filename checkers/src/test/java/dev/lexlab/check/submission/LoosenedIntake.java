package dev.lexlab.check.submission;

import dev.lexlab.lab.TaskDefinition;
import java.nio.file.Path;

/** The door for submissions with a wider opening. */
public final class LoosenedIntake {
    private static final Caps USUAL = Caps.USUAL;

    private LoosenedIntake() {}

    /** Links are followed. */
    public static TakenIn followingLinks(Path folder, TaskDefinition task) {
        return Intake.take(
                folder,
                task,
                new Caps(USUAL.files(), USUAL.bytesOfAFile(), USUAL.bytes(), USUAL.charactersOfAPath(), true));
    }

    /** So many times as much is taken. */
    public static TakenIn wider(int times, Path folder, TaskDefinition task) {
        return Intake.take(
                folder,
                task,
                new Caps(
                        times * USUAL.files(),
                        times * USUAL.bytesOfAFile(),
                        times * USUAL.bytes(),
                        times * USUAL.charactersOfAPath(),
                        false));
    }
}
