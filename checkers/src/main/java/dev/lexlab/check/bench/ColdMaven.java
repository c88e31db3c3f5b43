package dev.lexlab.check.bench;

import dev.lexlab.check.bench.Measurement.Round;
import dev.lexlab.check.bench.Measurement.Rounds;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.util.List;

/** What somebody waits for who lives in an IDE. */
record ColdMaven(Surroundings here) implements Measurement {
    private static final List<String> MAVEN = List.of("mvn", "-o", "-q", "verify", "-Dtask=" + Surroundings.TASK);
    private static final String REMEDY =
            "run mvn verify in labs/" + Surroundings.LAB + " once with a network, so that Maven has its plugin";

    @Override
    public Subject subject() {
        return new Subject(
                "cold-maven",
                String.join(" ", MAVEN) + " in a copy of labs/" + Surroundings.LAB
                        + " whose work is a solution, from its start to its end",
                "./lexlab check of the same",
                Goal.within(6_000),
                1);
    }

    @Override
    public Rounds begin() throws CannotMeasure, ProblemsFound, IOException {
        TemporaryCourse course = TemporaryCourse.ofLearner(here, Surroundings::isTheTask);
        return new Verified(
                here,
                course,
                new ColdProcess(course.course().root(), here.environment()),
                new ColdProcess(course.lab(), here.environment()));
    }

    private record Verified(Surroundings here, TemporaryCourse course, ColdProcess atRoot, ColdProcess inLab)
            implements Rounds {

        @Override
        public Round next() throws CannotMeasure, IOException, InterruptedException {
            double check = atRoot.run(Launcher.check(Surroundings.TARGET), "");
            double maven = inLab.run(MAVEN, REMEDY);
            Launcher.settle(here.course());
            return new Round(maven, check);
        }

        @Override
        public void close() throws IOException {
            course.close();
        }
    }
}
