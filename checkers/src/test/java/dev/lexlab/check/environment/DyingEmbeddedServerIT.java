package dev.lexlab.check.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Pending;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.embedded.EmbeddedPostgres;
import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.RunningServer;
import dev.lexlab.check.fold.Fold;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.GraderClass;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server outside of containers that is killed while a check runs is nobody's fault but ours, too. */
@SuppressWarnings("DoNotCallSuggester") // nobody but the engine calls a check
class DyingEmbeddedServerIT {
    private static final AtomicReference<EmbeddedPostgres> SERVER = new AtomicReference<>();

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
            kill(Objects.requireNonNull(SERVER.get()));
            sleep.outcome();
        }

        @Check("blames-the-learner")
        void blamesTheLearner() {
            throw Failure.of("nothing was stored");
        }
    }

    @Test
    void everyCheckFromThenOnIsAnErrorAndTheNextGradingGetsANewOne() throws Exception {
        Files.writeString(folder.resolve(TestLab.FILE), "");
        TaskDefinition task = TestLab.task(
                Grading.class,
                TestLab.check("before"),
                TestLab.check("asks-the-dead"),
                TestLab.check("blames-the-learner"));
        try (Servers servers = new Servers(new Remembering(), step -> {});
                Grader grader = new Grader()) {
            Grade grade = grade(task, servers, grader);

            assertThat(grade.checks())
                    .extracting(CheckResult::verdict)
                    .containsExactly(Verdict.PASSED, Verdict.ERROR, Verdict.ERROR);
            assertThat(grade.exitCode()).isEqualTo(ExitCode.COULD_NOT);
            assertThat(grade.checks().get(1).feedback().orElseThrow().summary())
                    .isEqualTo("the database server does not answer any more");

            EmbeddedPostgres dead = SERVER.get();
            servers.forgetDead();
            assertThat(grade(task, servers, grader).checks())
                    .extracting(CheckResult::verdict)
                    .startsWith(Verdict.PASSED);
            assertThat(SERVER.get()).isNotSameAs(dead);
        }
    }

    private Grade grade(TaskDefinition task, Servers servers, Grader grader) throws Exception {
        Assignment assignment = new Assignment(TestLab.lab(task), task, Intake.take(folder, task), 1);
        try (Environment environment =
                servers.environment(task, assignment.submission().submission())) {
            return Fold.grade(
                    assignment,
                    "ff",
                    "embedded",
                    grader.grade(assignment, GraderClass.of(task), environment, (number, of) -> {})
                            .results());
        }
    }

    /** A program that the server itself starts runs as its account and in its data folder. */
    private static void kill(EmbeddedPostgres server) {
        try (Connection connection = PostgresAddress.of(server).administer();
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 1) TO PROGRAM 'read -r first <postmaster.pid; kill -KILL $first'");
        } catch (SQLException e) {
            // it was the last that it did
        }
    }

    /** Keeps hold of the server, so that a check can kill it. */
    private static final class Remembering implements Starter {
        private final Starter real = new EngineStarter(
                Course.around(Path.of("")).orElseThrow(), Engine.switchedOff(System.getenv()), false, step -> {});

        @Override
        public Optional<CannotGrade> missing() {
            return real.missing();
        }

        @Override
        public Engine engine() {
            return real.engine();
        }

        @Override
        public String description() {
            return real.description();
        }

        @Override
        public ServiceDefinition definition(String image) {
            return real.definition(image);
        }

        @Override
        public RunningServer start(String image) {
            return real.start(image);
        }

        @Override
        public EmbeddedPostgres embedded(String image) {
            EmbeddedPostgres server = real.embedded(image);
            SERVER.set(server);
            return server;
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
