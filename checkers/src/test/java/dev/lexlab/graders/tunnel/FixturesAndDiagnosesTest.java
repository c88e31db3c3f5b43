package dev.lexlab.graders.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.DiagnosisDefinition;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a fixture proves is proven by running it; here only that none of the words of the lab is left unproven. */
class FixturesAndDiagnosesTest {
    private static final Path FIXTURES = Path.of("src/test/submissions/tunnel/reach-the-unreachable");

    @Test
    void everyDiagnosisIsTriggeredByAFixture() throws IOException {
        List<String> known =
                task().diagnoses().stream().map(DiagnosisDefinition::id).toList();

        assertThat(known).hasSizeGreaterThan(5);
        assertThat(expectedDiagnoses()).hasSameElementsAs(known);
    }

    private static TaskDefinition task() {
        List<LabDefinition> labs = new LabReader(new Course(Path.of("..")), new Problems()).readAll();
        return labs.stream()
                .filter(lab -> lab.id().equals("tunnel"))
                .findFirst()
                .flatMap(lab -> lab.task("reach-the-unreachable"))
                .orElseThrow();
    }

    private static List<String> expectedDiagnoses() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith("expect.yml"))
                    .flatMap(FixturesAndDiagnosesTest::lines)
                    .filter(line -> line.startsWith("diagnosis: "))
                    .map(line -> line.substring("diagnosis: ".length()))
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
