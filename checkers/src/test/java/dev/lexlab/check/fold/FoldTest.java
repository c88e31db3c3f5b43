package dev.lexlab.check.fold;

import static dev.lexlab.check.TestLab.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestLab;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldTest {
    private static final TaskDefinition TASK = TestLab.task(FoldTest.class, check("a"), check("b"));

    @TempDir
    Path folder;

    @Test
    void aCheckThatNeverReportedIsAnError() {
        Grade grade = grade(Map.of("b", result("b", Verdict.PASSED)));

        assertThat(grade.checks()).extracting(CheckResult::id).containsExactly("a", "b");
        assertThat(grade.checks()).extracting(CheckResult::verdict).containsExactly(Verdict.ERROR, Verdict.PASSED);
        assertThat(grade.exitCode()).isEqualTo(ExitCode.COULD_NOT);
    }

    @Test
    void whatIsNoCheckOfTheTaskDoesNotCount() {
        Grade grade = grade(Map.of(
                "a", result("a", Verdict.PASSED),
                "b", result("b", Verdict.PASSED),
                "forged", result("forged", Verdict.PASSED)));

        assertThat(grade.checks()).hasSize(2);
    }

    @Test
    void couldNotBeatsNotYetAndNothingIsNeverAPass() {
        Grade passed = grade(Map.of("a", result("a", Verdict.PASSED), "b", result("b", Verdict.PASSED)));
        Grade notYet = grade(Map.of("a", result("a", Verdict.FAILED), "b", result("b", Verdict.PASSED)));
        Grade error = grade(Map.of());

        assertThat(Fold.exitCode(List.of(passed, passed))).isEqualTo(ExitCode.YES);
        assertThat(Fold.exitCode(List.of(passed, notYet))).isEqualTo(ExitCode.NO);
        assertThat(Fold.exitCode(List.of(notYet, error, passed))).isEqualTo(ExitCode.COULD_NOT);
        assertThat(Fold.exitCode(List.of())).isEqualTo(ExitCode.COULD_NOT);
    }

    private Grade grade(Map<String, CheckResult> results) {
        Assignment assignment = new Assignment(TestLab.lab(TASK), TASK, Intake.take(folder, TASK), 1);
        return Fold.grade(assignment, "ff", "containers", results);
    }

    private static CheckResult result(String id, Verdict verdict) {
        return new CheckResult(id, "It is so", 2, verdict, Optional.empty(), Optional.empty());
    }
}
