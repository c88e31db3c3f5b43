package dev.lexlab.check.run;

import dev.lexlab.check.declared.DeclaredChecks;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The graders of a course: whatever {@code grader:} in {@code lab.yml} names, ready to run. */
public final class Graders {
    private final Course course;
    private final CompiledGraders compiled;

    public Graders(Course course) {
        this.course = course;
        this.compiled = new CompiledGraders(course);
    }

    /**
     * A task's grader.
     *
     * @throws ProblemsFound where it and {@code lab.yml} do not fit; the author must mend that, not the learner
     * @throws dev.lexlab.check.environment.CannotGrade where this machine cannot compile it
     */
    public TaskGrader of(LabDefinition lab, TaskDefinition task) throws ProblemsFound, IOException {
        if (DeclaredChecks.isNamedBy(task)) {
            Problems problems = new Problems();
            GraderClass.refuseTornChains(task, problems);
            problems.throwIfAny();
            return new DeclaredGrader(DeclaredChecks.read(course, lab, task));
        }
        Optional<Class<?>> onClassPath = onClassPath(task.grader());
        boolean isItsOwn = onClassPath.isPresent() && isOfThisCourse(onClassPath.get());
        return isItsOwn || !compiled.hasSourceOf(task.grader()) ? GraderClass.of(task) : compiled.of(task);
    }

    private static Optional<Class<?>> onClassPath(String name) {
        try {
            return Optional.of(Class.forName(name, false, Graders.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** A course may have copied a grader of ours and changed it: a name alone says nothing. */
    private boolean isOfThisCourse(Class<?> grader) throws IOException {
        CodeSource source = grader.getProtectionDomain().getCodeSource();
        if (source == null || !Files.isDirectory(course.root())) {
            return false;
        }
        Path place = Fingerprint.path(source);
        return Files.exists(place)
                && place.toRealPath().startsWith(course.root().toRealPath());
    }
}
