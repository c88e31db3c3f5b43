package dev.lexlab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lexlab.check.environment.EnvironmentKind;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.pipeline.GradingPipeline;
import dev.lexlab.check.run.Grader;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.LabReader;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Result;
import dev.lexlab.lab.result.ResultJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** A machine without an engine grades as one with an engine does: the same verdicts, and the same words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedFixturesIT {
    private static final Path SUBMISSIONS = Path.of("src/test/submissions");
    private static final long SEED = 20;

    private final Course course = Course.around(Path.of("")).orElseThrow();
    private final List<String> seen = new ArrayList<>();
    private Servers embedded;
    private Servers containers;
    private Grader grader;

    @BeforeAll
    void start() {
        embedded = Servers.embedded(course, System.getenv(), step -> {});
        containers = Servers.inContainers(course, System.getenv(), step -> {});
        grader = new Grader();
    }

    @AfterAll
    void stopAndCount() {
        grader.close();
        containers.close();
        embedded.close();
        assertThat(seen)
                .as("fixtures that were graded without containers")
                .hasSizeGreaterThanOrEqualTo(4)
                .anyMatch(name -> name.endsWith("/starter"))
                .anyMatch(name -> name.contains("/wrong-"));
    }

    @TestFactory
    Stream<DynamicTest> aFixtureIsGradedTheSameByteForByte() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (LabDefinition lab : labs()) {
            for (TaskDefinition task : lab.tasks()) {
                if (embedded.kind(task) == EnvironmentKind.EMBEDDED) {
                    tests.addAll(tests(lab, task));
                }
            }
        }
        return tests.stream();
    }

    private List<DynamicTest> tests(LabDefinition lab, TaskDefinition task) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String name = lab.id() + "/" + task.id() + "/";
        Path fixtures = SUBMISSIONS.resolve(lab.id()).resolve(task.id());
        List<Path> folders = folders(fixtures);
        List<Path> wrong = folders.stream()
                .filter(folder -> folder.getFileName().toString().startsWith("wrong-"))
                .limit(3)
                .toList();
        assertThat(wrong).hasSize(3);
        for (Path folder :
                Stream.concat(Stream.of(task.starter()), wrong.stream()).toList()) {
            String whole = name + (folder.equals(task.starter()) ? "starter" : folder.getFileName());
            tests.add(dynamicTest(whole + ", the same bytes", () -> {
                seen.add(whole);
                sameBytes(lab, task, folder);
            }));
        }
        return tests;
    }

    private void sameBytes(LabDefinition lab, TaskDefinition task, Path folder) throws Exception {
        Result withoutContainers = grade(embedded, lab, task, folder);
        String without = text(withoutContainers.grade());
        String with = text(grade(containers, lab, task, folder).grade());

        assertThat(withoutContainers.run().engine()).startsWith("embedded PostgreSQL 17.");
        assertThat(with).contains("\"environment\" : \"containers\"");
        assertThat(without)
                .isEqualTo(with.replace("\"environment\" : \"containers\"", "\"environment\" : \"embedded\""));
    }

    private static String text(Grade grade) {
        return new String(ResultJson.grade(grade), StandardCharsets.UTF_8);
    }

    private Result grade(Servers servers, LabDefinition lab, TaskDefinition task, Path folder) throws Exception {
        return new GradingPipeline(course, grader, servers, (number, of) -> {}).grade(lab, task, folder, SEED);
    }

    private List<LabDefinition> labs() {
        Problems problems = new Problems();
        List<LabDefinition> labs = new LabReader(course, problems).readAll();
        assertThat(problems.sorted()).isEmpty();
        return labs;
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
