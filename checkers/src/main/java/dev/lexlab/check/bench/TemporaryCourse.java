package dev.lexlab.check.bench;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Trees;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A course that is nobody's, until it is closed. */
final class TemporaryCourse implements AutoCloseable {
    /** A learner's own files and what a build leaves. */
    private static final Set<String> NOT_OF_THE_LAB = Set.of("work", "target");

    private final Course course;

    private TemporaryCourse(Course course) {
        this.course = course;
    }

    /** With the recipes of the servers' images, so that they are the very images that were set up. */
    static TemporaryCourse with(Surroundings here) throws CannotMeasure, IOException {
        Path images = here.images();
        TemporaryCourse made = new TemporaryCourse(
                new Course(Files.createTempDirectory("lexlab-bench-").toRealPath()));
        try {
            made.copy(images, "labs/images");
            return made;
        } catch (IOException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    /** As a learner's copy of Lexlab is: the lab, its launcher, and solutions of these tasks as their work. */
    static TemporaryCourse ofLearner(Surroundings here, Predicate<TaskDefinition> isSolved)
            throws CannotMeasure, ProblemsFound, IOException {
        Path lab = here.lab();
        Path launcher = here.launcher();
        TemporaryCourse made = with(here);
        try {
            made.copy(lab, "labs/" + Surroundings.LAB);
            Files.createSymbolicLink(made.course.root().resolve("lexlab"), launcher);
            for (TaskDefinition task : made.read(Surroundings.LAB).tasks()) {
                if (isSolved.test(task)) {
                    made.copy(here.solution(task.id()), made.course.name(made.work(task.id())));
                }
            }
            return made;
        } catch (CannotMeasure | ProblemsFound | IOException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    Course course() {
        return course;
    }

    /** The folder of the lab. */
    Path lab() {
        return course.labs().resolve(Surroundings.LAB);
    }

    /** The learner's files of a task. */
    Path work(String task) {
        return lab().resolve("work").resolve(task);
    }

    /** The lab of this name, read as ever. */
    LabDefinition read(String id) throws ProblemsFound {
        Problems problems = new Problems();
        List<LabDefinition> labs = new LabReader(course, problems).readAll();
        problems.throwIfAny();
        return labs.stream().filter(lab -> lab.id().equals(id)).findFirst().orElseThrow();
    }

    void write(String name, String text) throws IOException {
        Path file = course.root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void copy(Path from, String name) throws IOException {
        Trees.copy(from, course.root().resolve(name), TemporaryCourse::isOfTheLab);
    }

    private static boolean isOfTheLab(Path inside) {
        return !NOT_OF_THE_LAB.contains(inside.getName(0).toString());
    }

    @Override
    public void close() throws IOException {
        Trees.delete(course.root());
    }
}
