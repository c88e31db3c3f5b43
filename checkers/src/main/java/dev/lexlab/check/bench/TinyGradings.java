package dev.lexlab.check.bench;

import dev.lexlab.check.bench.Measurement.Round;
import dev.lexlab.check.bench.Measurement.Rounds;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;

/** One task of the tiny lab graded in turn with its empty one: what it costs more is shared among some checks. */
final class TinyGradings implements Rounds {
    private final TemporaryCourse course;
    private final Gradings gradings;
    private final LabDefinition lab;
    private final TaskDefinition task;
    private final TaskDefinition empty;
    private final int checksMore;

    private TinyGradings(TemporaryCourse course, Surroundings here, String task, int checksMore)
            throws ProblemsFound, IOException {
        this.course = course;
        this.lab = TinyLab.writeInto(course);
        this.task = TinyLab.task(lab, task);
        this.empty = TinyLab.task(lab, TinyLab.EMPTY);
        this.checksMore = checksMore;
        this.gradings = new Gradings(course.course(), here);
    }

    /**
     * Begins.
     *
     * @param task of the {@link TinyLab}
     * @param checksMore by which what it costs more than the empty one is divided
     */
    static Rounds of(Surroundings here, String task, int checksMore) throws CannotMeasure, ProblemsFound, IOException {
        TemporaryCourse course = TemporaryCourse.with(here);
        try {
            return new TinyGradings(course, here, task, checksMore);
        } catch (ProblemsFound | IOException | RuntimeException e) {
            course.close();
            throw e;
        }
    }

    @Override
    public Round next() throws CannotMeasure, ProblemsFound, IOException {
        double withNothing = gradings.whole(lab, empty);
        double withIt = gradings.whole(lab, task);
        return new Round((withIt - withNothing) / checksMore, withNothing);
    }

    @Override
    public String environment() {
        return gradings.environment();
    }

    @Override
    public void close() throws IOException {
        gradings.close();
        course.close();
    }
}
