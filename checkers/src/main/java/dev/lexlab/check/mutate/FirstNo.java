package dev.lexlab.check.mutate;

import dev.lexlab.check.run.Progress;
import dev.lexlab.check.run.Stop;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Verdict;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ends a grading with its first check that does not pass: what comes after it tells nothing new. */
final class FirstNo implements Progress {
    private final Consumer<Throwable> errors;
    private final Stop stop = new Stop();
    private @Nullable CheckResult first;

    FirstNo(Consumer<Throwable> errors) {
        this.errors = errors;
    }

    Stop stop() {
        return stop;
    }

    Optional<CheckResult> first() {
        return Optional.ofNullable(first);
    }

    @Override
    public void check(int number, int of) {}

    @Override
    public void checked(CheckResult result) {
        if (first == null && result.verdict() != Verdict.PASSED) {
            first = result;
            stop.ask();
        }
    }

    @Override
    public void error(Throwable thrown) {
        errors.accept(thrown);
    }
}
