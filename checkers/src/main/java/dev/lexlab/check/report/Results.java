package dev.lexlab.check.report;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.ResultJson;
import dev.lexlab.lab.result.Run;
import dev.lexlab.lab.result.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The latest result of each task, kept under the course's state folder. */
public final class Results {
    private final Course course;

    public Results(Course course) {
        this.course = course;
    }

    /** Keeps it as the learner's latest. */
    public void keep(Grade grade, Run run) throws IOException {
        write(file(grade.lab(), grade.task()), ResultJson.write(grade, run));
    }

    /** Where a learner stands with a task; empty where it was never graded. */
    public Optional<Summary> latest(String lab, String task) {
        try {
            return ResultJson.summary(Files.readAllBytes(file(lab, task)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The file is whole or as it was, also where we are killed meanwhile. */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".result", ".json");
        try {
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path file(String lab, String task) {
        return course.state().resolve("results").resolve(lab).resolve(task).resolve("result.json");
    }
}
