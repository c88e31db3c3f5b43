package dev.lexlab.check.bench;

import dev.lexlab.check.engine.Images;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.environment.Trace;
import dev.lexlab.check.service.ServiceDefinition;
import dev.lexlab.check.service.ServiceReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where everything is measured.
 *
 * @param course with the lab that learners begin with
 * @param environment variables of this process
 */
record Surroundings(Course course, Map<String, String> environment, Trace trace) {
    static final String LAB = "postgres";
    static final String TASK = "rules-in-the-schema";
    static final String TARGET = LAB + "/" + TASK;
    static final String IMAGE = "postgres";
    /** The one file of the task. */
    static final String FILE = "schema.sql";

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Files that pass all checks of a task. */
    Path solution(String task) throws CannotMeasure {
        return there(course.root()
                .resolve("checkers/src/test/submissions")
                .resolve(LAB)
                .resolve(task)
                .resolve("solution"));
    }

    static boolean isTheTask(TaskDefinition task) {
        return task.id().equals(TASK);
    }

    Path lab() throws CannotMeasure {
        return there(course.labs().resolve(LAB));
    }

    /** Of all servers: a lab may name others besides the one that is measured here. */
    Path images() throws CannotMeasure {
        return there(course.labs().resolve("images"));
    }

    private Path image() throws CannotMeasure {
        return there(images().resolve(IMAGE));
    }

    Path launcher() throws CannotMeasure {
        return there(course.root().resolve("lexlab"));
    }

    private Path there(Path path) throws CannotMeasure {
        if (!Files.exists(path)) {
            throw new CannotMeasure("this course has no " + course.name(path), "measure in a copy of Lexlab itself");
        }
        return path;
    }

    ServiceDefinition service() throws CannotMeasure, ProblemsFound {
        Path unused = image();
        return new ServiceReader(course).read(IMAGE);
    }

    /** As the engine knows it. */
    String imageTag() throws CannotMeasure {
        return Images.tag(image());
    }

    /** For gradings in this process, on what there is: containers, or PostgreSQL without. */
    Servers servers(Course of) {
        return Servers.asAvailable(of, environment, trace);
    }
}
