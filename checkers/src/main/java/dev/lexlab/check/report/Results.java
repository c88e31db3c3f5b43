package dev.lexlab.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.ResultJson;
import dev.lexlab.lab.result.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The latest result of each task, kept under the course's state folder. */
public final class Results {
    private final Course course;

    public Results(Course course) {
        this.course = course;
    }

    /**
     * Keeps it as the learner's latest, and a report that is made from it.
     *
     * @return the report's name from the course's root
     */
    public String keep(Result result) throws IOException {
        Grade grade = result.grade();
        Path report = folder(grade.lab(), grade.task()).resolve("report.html");
        write(file(grade.lab(), grade.task()), ResultJson.write(grade, result.run()));
        write(report, HtmlReport.document(List.of(result)).getBytes(UTF_8));
        return course.name(report);
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
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        // Not a temporary file of the JDK's: nobody but its owner could read that, and a report is to be passed on.
        Path fresh = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path file(String lab, String task) {
        return folder(lab, task).resolve("result.json");
    }

    private Path folder(String lab, String task) {
        return course.state().resolve("results").resolve(lab).resolve(task);
    }
}
