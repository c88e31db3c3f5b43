package dev.lexlab.lab;

import java.util.Optional;

/**
 * One observable fact a task must show.
 *
 * @param sentence what is so when it passes, without a full stop
 * @param after id of the check without which this one is not tried; it starts in a fresh environment
 * @param continues id of the check whose very environment this one goes on in
 */
public record CheckDefinition(
        String id, int points, String sentence, Optional<String> after, Optional<String> continues) {

    /** The check that must have passed before. */
    public Optional<String> needs() {
        return continues.or(() -> after);
    }
}
