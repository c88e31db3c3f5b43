package dev.lexlab.check.run;

import dev.lexlab.check.environment.Wanted;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code lab.yml} names as a task's grader: a class, or a file of checks as data. It says what each check needs and
 * runs it; what that comes to is decided by {@link Grading}, the same for both.
 */
public abstract sealed class TaskGrader permits GraderClass, DeclaredGrader {
    static final String PREPARE = "prepare";

    TaskGrader() {}

    /** What a check asks for of its environment. */
    abstract Set<Wanted> wanted(String check);

    /** Whether the submission is applied before the checks. */
    abstract boolean prepares();

    abstract Set<Wanted> wantedToPrepare();

    /**
     * Applies the submission.
     *
     * @param instance of the grader's class, where a check runs on one already
     */
    abstract void prepare(@Nullable Object instance, Grading grading) throws Throwable;

    /** Runs every check that nothing blocks, and tells the grading what became of each. */
    abstract void runChecks(Grading grading, JUnitSession session);

    /** Hash of all that decides in it. */
    abstract String fingerprint() throws IOException;
}
