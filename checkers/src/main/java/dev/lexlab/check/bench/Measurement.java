package dev.lexlab.check.bench;

import dev.lexlab.check.embedded.EmbeddedFailure;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;

/** One row: what it measures, and how. */
interface Measurement {

    Subject subject();

    /**
     * Gets all ready that is not part of what is measured.
     *
     * @throws CannotMeasure with what is missing here
     * @throws dev.lexlab.check.environment.CannotGrade likewise
     */
    Rounds begin() throws CannotMeasure, EmbeddedFailure, ProblemsFound, IOException, InterruptedException;

    /** The same once more, as often as asked. Closing leaves nothing behind. */
    interface Rounds extends AutoCloseable {

        Round next() throws CannotMeasure, EmbeddedFailure, ProblemsFound, IOException, InterruptedException;

        /** What the servers of the last round ran in; empty where there were none. */
        default String environment() {
            return "";
        }

        @Override
        void close() throws IOException;
    }

    /**
     * One round, in milliseconds.
     *
     * @param measured what the row is about
     * @param reference what it is held against
     */
    record Round(double measured, double reference) {}
}
