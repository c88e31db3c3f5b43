package dev.lexlab.check.bench;

import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;

/** What a database that nobody else used costs. */
record FreshDatabase(Surroundings here) implements Measurement {

    @Override
    public Subject subject() {
        return new Subject(
                "fresh-database",
                "a fresh database: a grading whose one check asks it SELECT 1 less one whose check is empty; role,"
                        + " database, its copy, session and their end; on a warm server",
                "the grading whose check is empty",
                Goal.within(150),
                3);
    }

    @Override
    public Rounds begin() throws CannotMeasure, ProblemsFound, IOException {
        return TinyGradings.of(here, TinyLab.ASKS, 1);
    }
}
