package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestGrading;
import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Pending;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies while a check runs is nobody's fault but ours, whatever the check makes of it. */
@SuppressWarnings("DoNotCallSuggester") // nobody but the engine calls a check
class DyingServerIT {
    private static final AtomicReference<RunningServer> SERVER = new AtomicReference<>();

    @TempDir
    Path folder;

    static final class Grading {
        @Check("before")
        void before(Postgres db) {
            db.session().attempt("SELECT 1");
        }

        @Check("asks-the-dead")
        void asksTheDead(Postgres db) {
            Pending sleep = db.session().start("SELECT pg_sleep(60)");
            Objects.requireNonNull(SERVER.get()).close();
            sleep.outcome();
        }

        @Check("blames-the-learner")
        void blamesTheLearner() {
            throw Failure.of("nothing was stored");
        }

        @Check("afterwards")
        void afterwards(Postgres db) {
            db.session().attempt("SELECT 1");
        }
    }

    @Test
    void everyCheckFromThenOnIsAnErrorAndTheExitCodeIsThree() throws Exception {
        Grade grade = grade(TestLab.task(
                Grading.class,
                TestLab.check("before"),
                TestLab.check("asks-the-dead"),
                TestLab.check("blames-the-learner"),
                TestLab.after("afterwards", "asks-the-dead")));

        assertThat(grade.checks())
                .extracting(CheckResult::verdict)
                .containsExactly(Verdict.PASSED, Verdict.ERROR, Verdict.ERROR, Verdict.ERROR);
        assertThat(grade.exitCode()).isEqualTo(ExitCode.COULD_NOT);
        assertThat(grade.checks().get(1).feedback().orElseThrow().summary())
                .startsWith("the database server went away or failed: ");
    }

    private Grade grade(TaskDefinition task) throws Exception {
        Files.writeString(folder.resolve(TestLab.FILE), "");
        try (Servers servers = new Servers(new Remembering(), step -> {})) {
            return TestGrading.grade(servers, task, folder);
        }
    }

    /** Keeps hold of the server, so that a check can end it. */
    private static final class Remembering implements Starter {
        private final Course course = Course.around(Path.of("")).orElseThrow();
        private final Engine engine;

        Remembering() throws Exception {
            engine = Engine.connect(System.getenv());
        }

        @Override
        public Engine engine() {
            return engine;
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public ServiceDefinition definition(String image) {
            try {
                return new ServiceReader(course).read(image);
            } catch (ProblemsFound e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public RunningServer start(String image) {
            try {
                RunningServer server = engine.server(definition(image));
                SERVER.set(server);
                return server;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
