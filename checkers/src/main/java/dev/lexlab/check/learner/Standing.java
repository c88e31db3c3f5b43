package dev.lexlab.check.learner;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.result.Summary;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a learner is with one task.
 *
 * @param isThere whether the task's folder is where they work
 * @param isTouched whether something in it is not as the starter has it
 * @param isStale whether the files are not those that the last result is about
 * @param last the last result
 * @param active when something happened last: a file was written, or graded
 */
public record Standing(
        LabDefinition lab,
        TaskDefinition task,
        boolean isThere,
        boolean isTouched,
        boolean isStale,
        Optional<Summary> last,
        Note note,
        Instant active) {

    /** {@code LAB/TASK}, as one types it. */
    public String name() {
        return lab.id() + "/" + task.id();
    }

    /** In one word. */
    public State state() {
        if (last.isPresent()) {
            return last.get().allPassed() ? State.PASSED : State.NOT_YET;
        }
        return isTouched ? State.STARTED : State.NOT_STARTED;
    }

    /** Whether somebody is in the middle of it. */
    boolean isOpen() {
        return switch (state()) {
            case STARTED, NOT_YET -> isThere;
            case PASSED -> isTouched && isStale;
            case NOT_STARTED -> false;
        };
    }

    public int points() {
        return last.map(Summary::points).orElse(0);
    }

    /** How far somebody is. */
    public enum State {
        NOT_STARTED("not started"),
        STARTED("started, not checked yet"),
        NOT_YET("not yet"),
        PASSED("passed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
