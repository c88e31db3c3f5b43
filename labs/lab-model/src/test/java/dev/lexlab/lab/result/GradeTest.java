package dev.lexlab.lab.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.console.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradeTest {

    @Test
    void allPassedIsYes() {
        assertThat(grade(Verdict.PASSED, Verdict.PASSED).exitCode()).isEqualTo(ExitCode.YES);
    }

    @Test
    void anythingShortOfItIsNo() {
        assertThat(grade(Verdict.PASSED, Verdict.FAILED).exitCode()).isEqualTo(ExitCode.NO);
        assertThat(grade(Verdict.INVALID, Verdict.BLOCKED).exitCode()).isEqualTo(ExitCode.NO);
        assertThat(grade(Verdict.PASSED, Verdict.TIMEOUT).exitCode()).isEqualTo(ExitCode.NO);
    }

    @Test
    void ourFaultBeatsTheirs() {
        assertThat(grade(Verdict.FAILED, Verdict.ERROR).exitCode()).isEqualTo(ExitCode.COULD_NOT);
    }

    @Test
    void nothingCheckedIsNeverAPass() {
        assertThat(grade().exitCode()).isEqualTo(ExitCode.COULD_NOT);
    }

    @Test
    void anErrorHasNoPointsAndAFailureHasNone() {
        assertThat(check(Verdict.ERROR).points()).isEmpty();
        assertThat(check(Verdict.FAILED).points()).contains(0);
        assertThat(check(Verdict.PASSED).points()).contains(2);
    }

    private static Grade grade(Verdict... verdicts) {
        List<CheckResult> checks = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            checks.add(check(verdict));
        }
        return new Grade("lab", "task", "s", "f", 1, "containers", checks);
    }

    private static CheckResult check(Verdict verdict) {
        return new CheckResult("id", "It works", 2, verdict, Optional.empty(), Optional.empty());
    }
}
