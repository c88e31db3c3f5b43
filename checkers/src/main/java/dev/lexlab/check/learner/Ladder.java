package dev.lexlab.check.learner;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** A task's hints, from a nudge to nearly all of it. They are taken in order, one at a time, and counted. */
public final class Ladder {
    private final Notes notes;
    private final LabDefinition lab;
    private final TaskDefinition task;

    public Ladder(Notes notes, LabDefinition lab, TaskDefinition task) {
        this.notes = notes;
        this.lab = lab;
        this.task = task;
    }

    /** Takes the next rung, or shows the last one once more. */
    public Hint climb() throws IOException {
        int before = used();
        int now = Math.min(notes.addHint(lab, task).hintsUsed(), task.hints().size());
        return hint(now, now > before);
    }

    /** All that were taken, once more; nothing is counted. */
    public List<Hint> taken() throws IOException {
        return IntStream.rangeClosed(1, used())
                .mapToObj(number -> hint(number, false))
                .toList();
    }

    /** How many were taken; a lab may have lost some since. */
    public int used() throws IOException {
        return Math.min(notes.of(lab, task).hintsUsed(), task.hints().size());
    }

    private Hint hint(int number, boolean isNew) {
        return new Hint(number, task.hints().size(), task.hints().get(number - 1), isNew);
    }

    /**
     * A rung.
     *
     * @param number from 1
     * @param isNew whether it was counted just now
     */
    public record Hint(int number, int of, String text, boolean isNew) {

        public boolean isLast() {
            return number == of;
        }
    }
}
