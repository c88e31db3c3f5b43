package dev.lexlab.check.cli;

import dev.lexlab.check.learner.Ladder;
import dev.lexlab.check.learner.Notes;
import dev.lexlab.check.pipeline.HintsUsed;
import java.io.IOException;

/** The hints that a result tells of. */
final class CountedHints {

    private CountedHints() {}

    /** A note that cannot be read is no reason not to grade. */
    static HintsUsed of(Notes notes) {
        return (lab, task) -> {
            try {
                return new Ladder(notes, lab, task).used();
            } catch (IOException e) {
                return 0;
            }
        };
    }
}
