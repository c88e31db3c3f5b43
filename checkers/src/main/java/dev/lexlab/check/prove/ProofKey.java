package dev.lexlab.check.prove;

import dev.lexlab.check.run.Fingerprint;
import dev.lexlab.check.run.Graders;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Hash of all that decides about a proof: lab, grader, image recipes, fixture, solution, and the engine of Lexlab itself. */
final class ProofKey {
    private final Course course;
    private final Graders graders;
    private final String engine;

    ProofKey(Course course) throws IOException {
        this.course = course;
        this.graders = new Graders(course);
        this.engine = Fingerprint.ofLexlab();
    }

    String of(Case one, Optional<Path> solution) throws IOException, ProblemsFound {
        Fixture fixture = one.fixture();
        StringBuilder parts = new StringBuilder(engine);
        parts.append(Fingerprint.of(course, one.lab(), one.task(), graders.of(one.lab(), one.task())));
        parts.append(fixture.name());
        if (fixture.folder().isPresent()) {
            parts.append(Hashes.ofFolder(fixture.folder().get()));
        }
        if (fixture.expectation().isPresent()) {
            parts.append(
                    Hashes.of(Files.readAllBytes(fixture.expectation().get().file())));
        }
        if (solution.isPresent()) {
            parts.append(Hashes.ofFolder(solution.get()));
        }
        return Hashes.of(parts.toString());
    }
}
