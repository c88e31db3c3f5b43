package dev.lexlab.check.prove;

import dev.lexlab.check.prove.Fixture.Kind;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a task's fixtures. Every folder there is one, and one that nobody would run is a fault. */
final class FixtureReader {
    private static final String STARTER = "starter.expect.yml";
    /** Read by {@code mutate}, which knows what may stand there. */
    private static final String EQUIVALENTS = "equivalents.yml";

    private final Course course;
    private final Problems problems;
    private final ExpectationReader expectations;

    FixtureReader(Course course, Problems problems) {
        this.course = course;
        this.problems = problems;
        this.expectations = new ExpectationReader(course, problems);
    }

    /** In the order in which they are worth running: what must pass, what must not, then the known mistakes. */
    List<Fixture> read(LabDefinition lab, TaskDefinition task) {
        Path folder = folder(lab).resolve(task.id());
        List<Fixture> fixtures = new ArrayList<>();
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (Files.isDirectory(child)) {
                kind(name, child)
                        .ifPresent(kind -> fixtures.add(new Fixture(
                                name,
                                kind,
                                Optional.of(child),
                                kind == Kind.WRONG || kind == Kind.HOSTILE
                                        ? expectations.read(child.resolve("expect.yml"), task)
                                        : Optional.empty())));
            } else if (!name.equals(STARTER) && !name.equals(EQUIVALENTS)) {
                problems.add(
                        Place.of(course.name(child)),
                        "belongs to no fixture",
                        DidYouMean.hint(name, List.of(STARTER, EQUIVALENTS)));
            }
        }
        fixtures.add(new Fixture(
                "starter",
                Kind.STARTER,
                Optional.of(task.starter()),
                expectations.read(folder.resolve(STARTER), task)));
        fixtures.add(new Fixture("nothing handed in", Kind.NOTHING, Optional.empty(), Optional.empty()));
        fixtures.sort(Comparator.comparing(Fixture::kind).thenComparing(Fixture::name));
        return List.copyOf(fixtures);
    }

    /** Fixtures of tasks that do not exist would never run. */
    void refuseStrays(List<LabDefinition> labs) {
        Path root = course.checkers().resolve("src/test/submissions");
        List<String> names = labs.stream().map(LabDefinition::id).toList();
        for (Path child : children(root)) {
            String name = child.getFileName().toString();
            Optional<LabDefinition> lab =
                    labs.stream().filter(one -> one.id().equals(name)).findFirst();
            if (lab.isEmpty()) {
                problems.add(
                        Place.of(course.name(child)), "there is no lab '" + name + "'", DidYouMean.hint(name, names));
            } else {
                refuseStrayTasks(lab.get(), child);
            }
        }
    }

    private void refuseStrayTasks(LabDefinition lab, Path folder) {
        List<String> tasks = lab.tasks().stream().map(TaskDefinition::id).toList();
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (!tasks.contains(name)) {
                problems.add(
                        Place.of(course.name(child)),
                        "lab '" + lab.id() + "' has no task '" + name + "'",
                        DidYouMean.hint(name, tasks));
            }
        }
    }

    Path folder(LabDefinition lab) {
        return course.checkers().resolve("src/test/submissions").resolve(lab.id());
    }

    private Optional<Kind> kind(String name, Path folder) {
        if (name.equals("solution")) {
            return Optional.of(Kind.SOLUTION);
        }
        if (name.startsWith("alternative-")) {
            return Optional.of(Kind.ALTERNATIVE);
        }
        if (name.startsWith("wrong-")) {
            return Optional.of(Kind.WRONG);
        }
        if (name.startsWith("hostile-")) {
            return Optional.of(Kind.HOSTILE);
        }
        problems.add(
                Place.of(course.name(folder)),
                "'" + name + "' is no name of a fixture",
                "call it solution, alternative-<idea>, wrong-<idea> or hostile-<idea>");
        return Optional.empty();
    }

    private List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            problems.add(Place.of(course.name(folder)), "cannot be read: " + e.getMessage(), "");
            return List.of();
        }
    }
}
