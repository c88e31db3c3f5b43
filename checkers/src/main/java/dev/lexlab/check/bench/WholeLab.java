package dev.lexlab.check.bench;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Lease;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.util.List;

/** What somebody waits for who has all work of a lab graded: a teacher, or a learner at the end. */
record WholeLab(Surroundings here) implements Measurement {

    @Override
    public Subject subject() {
        return new Subject(
                "whole-lab",
                "solutions of all tasks of " + Surroundings.LAB
                        + " that share its server, graded one after the other, each to the end of its environment; on a"
                        + " warm server",
                "./lexlab check " + Surroundings.LAB + " of the same, from its start to its end",
                Goal.within(15_000),
                1);
    }

    @Override
    public Rounds begin() throws CannotMeasure, ProblemsFound, IOException {
        TemporaryCourse course = TemporaryCourse.ofLearner(here, WholeLab::sharesItsServer);
        try {
            return new Graded(here, course, course.read(Surroundings.LAB), new Gradings(course.course(), here));
        } catch (ProblemsFound | RuntimeException e) {
            course.close();
            throw e;
        }
    }

    /** Machines and servers of its own a task starts anew each time: they are never warm. */
    static boolean sharesItsServer(TaskDefinition task) {
        return !task.servers().isEmpty() && task.servers().stream().allMatch(server -> server.lease() == Lease.SHARED);
    }

    private record Graded(Surroundings here, TemporaryCourse course, LabDefinition lab, Gradings gradings)
            implements Rounds {

        @Override
        public Round next() throws CannotMeasure, ProblemsFound, IOException, InterruptedException {
            List<String> check = Launcher.check(
                    Surroundings.LAB, "--course", course.course().root().toString());
            double cold = new ColdProcess(here.course().root(), here.environment()).run(check, "");
            Launcher.settle(here.course());
            double warm = 0;
            for (TaskDefinition task : lab.tasks()) {
                if (sharesItsServer(task)) {
                    warm += gradings.whole(lab, task);
                }
            }
            return new Round(warm, cold);
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
}
