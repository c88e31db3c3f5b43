package dev.lexlab.check.mutate;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.yaml.Yaml;
import dev.lexlab.lab.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a task's {@code equivalents.yml} strictly; a task without one declares nothing. */
final class EquivalentsReader {
    static final String FILE = "equivalents.yml";

    private final Course course;
    private final Problems problems;

    EquivalentsReader(Course course, Problems problems) {
        this.course = course;
        this.problems = problems;
    }

    /** What it declares; whatever is wrong with it, or means no mutant, is among the problems. */
    List<Equivalent> read(LabDefinition lab, TaskDefinition task, List<Mutant> mutants) {
        Path file = course.checkers()
                .resolve("src/test/submissions")
                .resolve(lab.id())
                .resolve(task.id())
                .resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        String name = course.name(file);
        List<Equivalent> read = new ArrayList<>();
        try {
            for (YamlMap entry : Yaml.readList(name, Files.readString(file), problems)) {
                equivalent(entry, task, mutants).ifPresent(read::add);
            }
        } catch (IOException e) {
            problems.add(Place.of(name), "cannot be read", "save it as UTF-8");
        }
        refuseDoubles(read);
        return List.copyOf(read);
    }

    private Optional<Equivalent> equivalent(YamlMap entry, TaskDefinition task, List<Mutant> mutants) {
        Optional<YamlMap> witness = witness(entry);
        Equivalent equivalent = new Equivalent(
                entry.place(),
                entry.text("file"),
                Mutant.normal(entry.text("line")),
                Mutant.normal(entry.optionalText("becomes").orElse("")),
                entry.text("because"),
                witness.map(one -> one.text("as")).orElse(""),
                witness.map(one -> one.text("run")).orElse(""));
        witness.ifPresent(YamlMap::refuseUnknownKeys);
        entry.refuseUnknownKeys();
        refuseUnknownMachine(equivalent, witness, task);
        boolean isWhole = !equivalent.source().isBlank() && !equivalent.before().isBlank();
        return isWhole && meansSome(entry, equivalent, mutants) ? Optional.of(equivalent) : Optional.empty();
    }

    private Optional<YamlMap> witness(YamlMap entry) {
        if (!entry.has("witness")) {
            problems.add(
                    entry.place(),
                    "'witness' is missing",
                    "add 'witness: {as: MACHINE, run: COMMAND}', which shows that nothing is changed");
        }
        return entry.map("witness");
    }

    /** A learner's container has the name that their run.yml gives it. */
    private void refuseUnknownMachine(Equivalent equivalent, Optional<YamlMap> witness, TaskDefinition task) {
        Set<String> known = new TreeSet<>(task.machineNames());
        if (witness.isPresent()
                && !equivalent.machine().isBlank()
                && task.bases().isEmpty()
                && !known.contains(equivalent.machine())) {
            problems.add(
                    witness.get().place("as"),
                    "task '" + task.id() + "' has no machine '" + equivalent.machine() + "'",
                    DidYouMean.hint(equivalent.machine(), known));
        }
    }

    private boolean meansSome(YamlMap entry, Equivalent equivalent, List<Mutant> mutants) {
        if (mutants.stream().anyMatch(equivalent::means)) {
            return true;
        }
        Set<String> sources = mutants.stream().map(Mutant::source).collect(Collectors.toCollection(TreeSet::new));
        if (!sources.contains(equivalent.source())) {
            problems.add(
                    entry.place("file"),
                    "nothing of '" + equivalent.source() + "' is ever broken",
                    DidYouMean.hint(equivalent.source(), sources));
            return false;
        }
        Set<String> lines = mutants.stream()
                .filter(mutant -> mutant.source().equals(equivalent.source()))
                .map(Mutant::before)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!lines.contains(equivalent.before())) {
            problems.add(
                    entry.place("line"),
                    "no such line of '" + equivalent.source() + "' is ever broken",
                    nearest(equivalent.before(), lines));
            return false;
        }
        Set<String> results = mutants.stream()
                .filter(mutant -> mutant.source().equals(equivalent.source())
                        && mutant.before().equals(equivalent.before()))
                .map(Mutant::after)
                .collect(Collectors.toCollection(TreeSet::new));
        problems.add(
                entry.place(entry.has("becomes") ? "becomes" : "line"),
                equivalent.after().isEmpty()
                        ? "this line is never dropped whole"
                        : "this line never becomes '" + equivalent.after() + "'",
                equivalent.after().isEmpty()
                        ? "say what it becomes: 'becomes: …'"
                        : nearest(equivalent.after(), results));
        return false;
    }

    private static String nearest(String text, Set<String> known) {
        return DidYouMean.nearest(text, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("take it out, or copy it from the list of those that nothing noticed");
    }

    private void refuseDoubles(List<Equivalent> read) {
        for (int i = 0; i < read.size(); i++) {
            Equivalent one = read.get(i);
            boolean isDouble = read.subList(0, i).stream()
                    .anyMatch(other -> other.source().equals(one.source())
                            && other.before().equals(one.before())
                            && other.after().equals(one.after()));
            if (isDouble) {
                problems.add(one.place(), "this is declared a second time", "take one of them out");
            }
        }
    }
}
