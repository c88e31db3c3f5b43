package dev.lexlab.check.declared;

import dev.lexlab.check.author.Submission;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course with one lab of one task: a sandbox, a helper, two servers, a link, and checks as a test writes them. */
final class DeclaredLab {
    private static final String LAB = """
            concept: caches
            title: A lab
            summary: About it.
            tasks:
              first:
                title: First
                summary: Do it.
                minutes: 10
                points: 5
                difficulty: 1
                files: [{path: keep, about: a program}]
                servers:
                  cache: {image: redis, lease: shared}
                  store: {image: redis, lease: own}
                links: {wire: {to: cache}}
                sandboxes: {desk: {image: tools}}
                helpers: {visitor: {image: tools}}
                grader: checks/first.yml
                seconds: 20
                checks:
                  - {id: keeps, points: 2, says: It is kept}
                  - {id: ends, points: 3, says: It ends}
                hints: [one, two, three]
                diagnoses:
                  never-ends: {says: It stays., next: Set a time.}
            """;

    private final Path root;
    private final Course course;

    DeclaredLab(Path root, String checks) throws IOException {
        this.root = root;
        this.course = new Course(root);
        write("labs/caches/lab.yml", LAB);
        write("labs/caches/guide/first.md", "Do it.");
        write("labs/caches/starter/first/keep", "#!/bin/sh\n");
        write("labs/caches/checks/first.yml", checks);
        Files.createDirectories(root.resolve("labs/images/redis"));
        Files.createDirectories(root.resolve("labs/images/tools"));
        Files.createDirectories(root.resolve("labs/images/link"));
    }

    void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    DeclaredChecks checks() throws ProblemsFound {
        return DeclaredChecks.read(course, lab(), task());
    }

    LabDefinition lab() {
        return new LabReader(course, new Problems()).readAll().get(0);
    }

    TaskDefinition task() {
        return lab().tasks().get(0);
    }

    Submission submission(String keep) throws IOException {
        write("mine/keep", keep);
        return Intake.take(root.resolve("mine"), task()).submission();
    }
}
