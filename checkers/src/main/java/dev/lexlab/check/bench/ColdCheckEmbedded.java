package dev.lexlab.check.bench;

import dev.lexlab.check.embedded.EmbeddedFailure;
import dev.lexlab.check.embedded.EmbeddedPostgres;
import dev.lexlab.check.embedded.Settings;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The same on a machine without a container engine. */
record ColdCheckEmbedded(Surroundings here) implements Measurement {

    @Override
    public Subject subject() {
        return new Subject(
                "cold-check-embedded",
                "LEXLAB_ENGINE=none ./lexlab check " + Surroundings.TARGET
                        + " on a solution, from its start to its end",
                "the bare start of the same embedded server to its first answer, in a warm JVM",
                Goal.within(2_500),
                1);
    }

    @Override
    public Rounds begin() throws CannotMeasure, ProblemsFound, IOException {
        Path unused = here.launcher();
        Settings settings = settings();
        ColdProcess process = new ColdProcess(here.course().root(), here.environment()).with("LEXLAB_ENGINE", "none");
        List<String> check = Launcher.check(
                Surroundings.TARGET, "--work", here.solution(Surroundings.TASK).toString());
        return new InTurn(here, () -> bareStart(settings), () -> process.run(check, ""), "embedded");
    }

    private Settings settings() throws CannotMeasure, ProblemsFound, IOException {
        ServiceDefinition service = here.service();
        String user = service.account()
                .orElseThrow(() -> new CannotMeasure("the image has no account for the grader", ""))
                .user();
        return new Settings(Files.readString(service.folder().resolve("postgresql.conf")), user);
    }

    private double bareStart(Settings settings) throws EmbeddedFailure, InterruptedException {
        Clock clock = new Clock();
        EmbeddedPostgres server = EmbeddedPostgres.start(here.environment(), settings, step -> {});
        double time = clock.milliseconds();
        server.close();
        return time;
    }
}
