package dev.lexlab.check.bench;

import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;

/** What a learner waits for, many times an hour. */
record SaveToVerdict(Surroundings here) implements Measurement {

    @Override
    public Subject subject() {
        return new Subject(
                "save-to-verdict",
                "from writing " + Surroundings.FILE + " to the verdict of all checks on the screen of `watch "
                        + Surroundings.TARGET + "`, its wait for the end of a burst included; on"
                        + " a warm server",
                "the same grading without watching",
                Goal.within(1_000),
                2);
    }

    @Override
    public Rounds begin() throws CannotMeasure, ProblemsFound, IOException, InterruptedException {
        TemporaryCourse course = TemporaryCourse.ofLearner(here, Surroundings::isTheTask);
        try {
            return WatchedSaves.begin(course, here);
        } catch (CannotMeasure | ProblemsFound | IOException | InterruptedException | RuntimeException e) {
            course.close();
            throw e;
        }
    }
}
