package dev.lexlab.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestGrading;
import dev.lexlab.check.TestLab;
import dev.lexlab.check.author.Check;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Named;
import dev.lexlab.check.author.Postgres;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that never ends is ended from outside, whatever limits it lifts for itself. */
class HangingWorkIT {
    @TempDir
    Path folder;

    static final class Applies {
        @Check("hangs")
        void hangs(Submission work, Postgres db) {
            db.apply(work.file(TestLab.FILE));
        }

        @Check("next")
        void next(Postgres db) {
            assertThat(db.session().attempt("SELECT 1").accepted()).isTrue();
        }
    }

    @Test
    void isATimeoutThatNamesTheStatementAndLeavesTheNextCheckAlone() throws Exception {
        Files.writeString(folder.resolve(TestLab.FILE), "SET statement_timeout = 0;\nSELECT pg_sleep(600);\n");
        TaskDefinition task = TestLab.task(Applies.class.getName(), 1, TestLab.check("hangs"), TestLab.check("next"));

        Grade grade = grade(task);

        assertThat(grade.checks()).extracting(CheckResult::verdict).containsExactly(Verdict.TIMEOUT, Verdict.PASSED);
        Feedback feedback = grade.checks().get(0).feedback().orElseThrow();
        assertThat(feedback.expected().orElseThrow().value()).isEqualTo("the end of schema.sql:2:1");
        assertThat(feedback.seen().orElseThrow().value()).startsWith("active");
    }

    static final class Waits {
        @Check("hangs")
        void hangs(@Named("visitor") Machine visitor) {
            visitor.run("sleep", "600");
        }

        @Check("next")
        void next(@Named("visitor") Machine visitor) {
            assertThat(visitor.run("true").succeeded()).isTrue();
        }
    }

    @Test
    void isATimeoutOnAMachineTooAndTheNextCheckGetsANewOne() throws Exception {
        Files.writeString(folder.resolve(TestLab.FILE), "");

        Grade grade = grade(TestLab.onAMachine(Waits.class, "visitor", TestLab.check("hangs"), TestLab.check("next")));

        assertThat(grade.checks()).extracting(CheckResult::verdict).containsExactly(Verdict.TIMEOUT, Verdict.PASSED);
        assertThat(grade.checks()
                        .get(0)
                        .feedback()
                        .orElseThrow()
                        .expected()
                        .orElseThrow()
                        .value())
                .isEqualTo("the end of sleep 600 on visitor");
    }

    private Grade grade(TaskDefinition task) throws Exception {
        Course course = Course.around(Path.of("")).orElseThrow();
        try (Servers servers = Servers.inContainers(course, System.getenv(), step -> {})) {
            return TestGrading.grade(servers, task, folder);
        }
    }
}
