package dev.lexlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.result.CheckResult;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a fixture declares.
 *
 * @param verdicts of every check of the task
 * @param diagnosis what the first check that does not pass must recognise
 */
record Expectation(Map<String, Verdict> verdicts, Optional<String> diagnosis) {

    static Expectation read(Path file, TaskDefinition task) throws IOException {
        Problems problems = new Problems();
        YamlMap yaml =
                Yaml.read(file.toString(), Files.readString(file), 0, problems).orElseThrow();
        YamlMap checks = yaml.map("checks").orElseThrow();
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (String id : checks.keys()) {
            verdicts.put(id, Verdict.valueOf(checks.text(id)));
        }
        Expectation expectation = new Expectation(verdicts, yaml.optionalText("diagnosis"));
        yaml.refuseUnknownKeys();
        assertThat(problems.sorted()).isEmpty();
        assertThat(verdicts.keySet())
                .as("checks in " + file)
                .containsExactlyElementsOf(
                        task.checks().stream().map(CheckDefinition::id).toList());
        return expectation;
    }

    void assertMetBy(Grade grade) {
        Map<String, Verdict> seen = new LinkedHashMap<>();
        grade.checks().forEach(check -> seen.put(check.id(), check.verdict()));
        assertThat(seen).as(() -> "verdicts; feedback: " + grade.checks()).isEqualTo(verdicts);
        Optional<String> recognised = grade.checks().stream()
                .filter(check -> check.verdict() != Verdict.PASSED)
                .findFirst()
                .flatMap(CheckResult::feedback)
                .flatMap(Feedback::diagnosis)
                .map(Feedback.Diagnosis::id);
        assertThat(recognised).isEqualTo(diagnosis);
    }
}
