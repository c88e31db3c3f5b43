package dev.lexlab.check.prove;

import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.DiagnosisDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.result.Verdict;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads an {@code expect.yml} strictly. */
final class ExpectationReader {
    private static final List<String> VERDICTS =
            Arrays.stream(Verdict.values()).map(Verdict::name).toList();

    private final Course course;
    private final Problems problems;

    ExpectationReader(Course course, Problems problems) {
        this.course = course;
        this.problems = problems;
    }

    /** Empty where it cannot be read at all; whatever is wrong with it is among the problems. */
    Optional<Expectation> read(Path file, TaskDefinition task) {
        String name = course.name(file);
        try {
            return Yaml.read(name, Files.readString(file), 0, problems).map(yaml -> expectation(file, yaml, task));
        } catch (IOException e) {
            problems.add(
                    Place.of(name),
                    Files.exists(file) ? "cannot be read" : "there is no such file",
                    Files.exists(file)
                            ? "save it as UTF-8"
                            : "write it: the verdict of every check, and the diagnosis");
            return Optional.empty();
        }
    }

    private Expectation expectation(Path file, YamlMap yaml, TaskDefinition task) {
        Expectation expectation = new Expectation(
                file,
                yaml.place(),
                verdicts(yaml, task),
                diagnosis(yaml, task),
                shown(yaml, "shows"),
                shown(yaml, "lacks"),
                yaml.optionalText("says"),
                yaml.optionalText("because"));
        yaml.refuseUnknownKeys();
        return expectation;
    }

    private Map<String, Verdict> verdicts(YamlMap yaml, TaskDefinition task) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        List<String> ids = task.checks().stream().map(CheckDefinition::id).toList();
        Optional<YamlMap> checks = yaml.map("checks");
        if (checks.isEmpty()) {
            problems.add(yaml.place("checks"), "'checks' is missing", "name every check of the task with its verdict");
            return verdicts;
        }
        YamlMap declared = checks.get();
        for (String id : declared.keys()) {
            if (!ids.contains(id)) {
                problems.add(
                        declared.place(id),
                        "task '" + task.id() + "' has no check '" + id + "'",
                        DidYouMean.hint(id, ids));
            }
        }
        for (String id : ids) {
            if (declared.has(id)) {
                verdict(declared, id).ifPresent(verdict -> verdicts.put(id, verdict));
            } else {
                problems.add(
                        yaml.place("checks"),
                        "check '" + id + "' is not declared",
                        "say what it must answer: '" + id + ": FAILED', for example");
            }
        }
        return verdicts;
    }

    private Optional<Verdict> verdict(YamlMap declared, String id) {
        String text = declared.text(id);
        if (VERDICTS.contains(text)) {
            return Optional.of(Verdict.valueOf(text));
        }
        problems.add(
                declared.place(id),
                "'" + text + "' is no verdict",
                DidYouMean.nearest(text, VERDICTS)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("verdicts are " + String.join(", ", VERDICTS)));
        return Optional.empty();
    }

    private Optional<Shown> shown(YamlMap yaml, String key) {
        Optional<String> text = yaml.optionalText(key);
        try {
            return text.map(Shown::of);
        } catch (PatternSyntaxException e) {
            problems.add(
                    yaml.place(key),
                    "'" + key + "' is no pattern: " + e.getDescription(),
                    "without the slashes it is taken as it is");
            return Optional.empty();
        }
    }

    private Optional<String> diagnosis(YamlMap yaml, TaskDefinition task) {
        Optional<String> diagnosis = yaml.optionalText("diagnosis");
        List<String> known =
                task.diagnoses().stream().map(DiagnosisDefinition::id).toList();
        if (diagnosis.isPresent() && !known.contains(diagnosis.get())) {
            problems.add(
                    yaml.place("diagnosis"),
                    "task '" + task.id() + "' has no diagnosis '" + diagnosis.get() + "'",
                    DidYouMean.hint(diagnosis.get(), known));
        }
        return diagnosis;
    }
}
