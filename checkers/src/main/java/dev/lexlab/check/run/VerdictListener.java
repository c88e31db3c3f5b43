package dev.lexlab.check.run;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** The only way a verdict comes about. A check it never hears of has none, and is an ERROR in the end. */
final class VerdictListener implements TestExecutionListener {
    private final Grading grading;

    VerdictListener(Grading grading) {
        this.grading = grading;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        grading.skipped(id(test));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            grading.passed(id(test));
        } else {
            Throwable thrown = result.getThrowable().orElseGet(() -> new IllegalStateException("aborted"));
            grading.thrown(id(test), thrown);
        }
    }

    private static String id(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> CheckExtension.id(((MethodSource) source).getJavaMethod()))
                .orElse("");
    }
}
