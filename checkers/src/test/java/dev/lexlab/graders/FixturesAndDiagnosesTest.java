package dev.lexlab.graders;

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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a fixture proves is proven by running it; here only that nothing of any lab is left unproven. */
class FixturesAndDiagnosesTest {
    private static final Path SUBMISSIONS = Path.of("src/test/submissions");
    private static final String DIAGNOSIS = "diagnosis: ";

    private final List<LabDefinition> labs =
            new LabReader(Course.around(Path.of("")).orElseThrow(), new Problems()).readAll();

    @Test
    void everyConceptHasALab() {
        assertThat(labs).extracting(LabDefinition::concept).contains("containers", "postgres", "rabbitmq", "tunnel");
    }

    @TestFactory
    Stream<DynamicTest> everyDiagnosisIsTriggeredByAFixture() {
        return eachTask((task, fixtures) -> assertThat(expectedDiagnoses(fixtures))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        task.diagnoses().stream().map(DiagnosisDefinition::id).collect(Collectors.toSet())));
    }

    @TestFactory
    Stream<DynamicTest> everyTaskHasRightAndWrongSolutions() {
        return eachTask((task, fixtures) -> {
            List<String> names = folders(fixtures);
            assertThat(names).contains("solution");
            assertThat(names)
                    .filteredOn(name -> name.startsWith("alternative-"))
                    .isNotEmpty();
            assertThat(names).filteredOn(name -> name.startsWith("wrong-")).hasSizeGreaterThanOrEqualTo(3);
        });
    }

    private Stream<DynamicTest> eachTask(Look look) {
        return labs.stream()
                .flatMap(lab -> lab.tasks().stream()
                        .map(task -> DynamicTest.dynamicTest(
                                lab.id() + "/" + task.id(),
                                () -> look.at(
                                        task, SUBMISSIONS.resolve(lab.id()).resolve(task.id())))));
    }

    private static Set<String> expectedDiagnoses(Path fixtures) throws IOException {
        try (Stream<Path> files = Files.walk(fixtures)) {
            return files.filter(file -> file.toString().endsWith("expect.yml"))
                    .flatMap(FixturesAndDiagnosesTest::lines)
                    .filter(line -> line.startsWith(DIAGNOSIS))
                    .map(line -> line.substring(DIAGNOSIS.length()))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> folders(Path fixtures) throws IOException {
        try (Stream<Path> files = Files.list(fixtures)) {
            return files.filter(Files::isDirectory)
                    .map(file -> file.getFileName().toString())
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

    private interface Look {
        void at(TaskDefinition task, Path fixtures) throws IOException;
    }
}
