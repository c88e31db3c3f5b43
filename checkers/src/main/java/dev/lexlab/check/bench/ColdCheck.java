package dev.lexlab.check.bench;

import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a learner waits for who checks once, in containers. */
record ColdCheck(Surroundings here) implements Measurement {

    @Override
    public Subject subject() {
        return new Subject(
                "cold-check",
                "./lexlab check " + Surroundings.TARGET + " --engine required on a solution, from its start to its end",
                "`docker run` of the same image to its first SELECT 1",
                Goal.beyondReference(1_500),
                1);
    }

    @Override
    public Rounds begin() throws CannotMeasure, ProblemsFound, IOException, InterruptedException {
        Path unused = here.launcher();
        ColdProcess process = new ColdProcess(here.course().root(), here.environment());
        List<String> check = Launcher.check(
                Surroundings.TARGET,
                "--engine",
                "required",
                "--work",
                here.solution(Surroundings.TASK).toString());
        BareServer bare = new BareServer(process, here.imageTag(), here.service());
        bare.require();
        return new InTurn(here, bare::start, () -> process.run(check, ""), "containers");
    }
}
