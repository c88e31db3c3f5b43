package dev.lexlab.check.bench;

import dev.lexlab.check.bench.Measurement.Round;
import dev.lexlab.check.bench.Measurement.Rounds;
import dev.lexlab.check.embedded.EmbeddedFailure;
import java.io.IOException;

/** Processes that leave nothing behind: first what they are held against, then what is measured. */
record InTurn(Surroundings here, Timed reference, Timed measured, String environment) implements Rounds {

    @Override
    public Round next() throws CannotMeasure, EmbeddedFailure, IOException, InterruptedException {
        double before = reference.milliseconds();
        double time = measured.milliseconds();
        Launcher.settle(here.course());
        return new Round(time, before);
    }

    @Override
    public void close() {
        // there is nothing that would go on
    }

    /** Something that is done, and how long it took. */
    interface Timed {
        double milliseconds() throws CannotMeasure, EmbeddedFailure, IOException, InterruptedException;
    }
}
