package dev.lexlab.check.bench;

import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;

/** What we ourselves cost for each check. */
record EmptyCheck(Surroundings here) implements Measurement {
    private static final int MORE = TinyLab.CHECKS - 1;

    @Override
    public Subject subject() {
        return new Subject(
                "empty-check",
                "an empty @Check: a grading with " + TinyLab.CHECKS + " of them less one with 1, divided by " + MORE
                        + "; in a warm JVM",
                "the whole grading with 1 of them",
                Goal.within(20),
                10);
    }

    @Override
    public Rounds begin() throws CannotMeasure, ProblemsFound, IOException {
        return TinyGradings.of(here, TinyLab.EMPTIES, MORE);
    }
}
