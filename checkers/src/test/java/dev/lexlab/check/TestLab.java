package dev.lexlab.check;

import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.DiagnosisDefinition;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Small labs for tests. */
public final class TestLab {
    public static final String FILE = "schema.sql";

    private TestLab() {}

    public static CheckDefinition check(String id) {
        return new CheckDefinition(id, 2, "It is so: " + id, Optional.empty(), Optional.empty());
    }

    public static CheckDefinition after(String id, String needed) {
        return new CheckDefinition(id, 2, "It is so: " + id, Optional.of(needed), Optional.empty());
    }

    public static CheckDefinition continues(String id, String needed) {
        return new CheckDefinition(id, 2, "It is so: " + id, Optional.empty(), Optional.of(needed));
    }

    public static TaskDefinition task(Class<?> grader, CheckDefinition... checks) {
        return task(grader.getName(), 30, checks);
    }

    public static TaskDefinition task(String grader, int seconds, CheckDefinition... checks) {
        return task(grader, seconds, Path.of("starter/first"), checks);
    }

    public static TaskDefinition startingFrom(Path starter, CheckDefinition... checks) {
        return task("none", 30, starter, checks);
    }

    /** With one helper and no server; a check may take a second. */
    public static TaskDefinition onAMachine(Class<?> grader, String helper, CheckDefinition... checks) {
        TaskDefinition.Machine machine =
                new TaskDefinition.Machine(helper, "python", TaskDefinition.Kind.HELPER, List.of("lab"));
        return task(grader.getName(), 1, Path.of("starter/first"), List.of(), List.of(machine), checks);
    }

    /** With these servers and machines. */
    public static TaskDefinition withMachines(
            String grader,
            int seconds,
            List<TaskDefinition.Server> servers,
            List<TaskDefinition.Machine> machines,
            CheckDefinition... checks) {
        return task(grader, seconds, Path.of("starter/first"), servers, machines, checks);
    }

    /** With these servers and machines, and lines between them. */
    public static TaskDefinition withLinks(
            String grader,
            int seconds,
            List<TaskDefinition.Server> servers,
            List<TaskDefinition.Machine> machines,
            List<TaskDefinition.Link> links,
            CheckDefinition... checks) {
        return task(
                grader, seconds, Path.of("starter/first"), List.of(FILE), servers, machines, links, List.of(), checks);
    }

    private static TaskDefinition task(String grader, int seconds, Path starter, CheckDefinition... checks) {
        TaskDefinition.Server server =
                new TaskDefinition.Server("db", "postgres", TaskDefinition.Lease.SHARED, List.of("lab"));
        return task(grader, seconds, starter, List.of(server), List.of(), checks);
    }

    private static TaskDefinition task(
            String grader,
            int seconds,
            Path starter,
            List<TaskDefinition.Server> servers,
            List<TaskDefinition.Machine> machines,
            CheckDefinition... checks) {
        return task(grader, seconds, starter, List.of(FILE), servers, machines, List.of(), List.of(), checks);
    }

    /** With these files of the learner's, servers, machines, and images that theirs may begin with. */
    public static TaskDefinition withBases(
            String grader,
            int seconds,
            List<String> files,
            List<TaskDefinition.Server> servers,
            List<TaskDefinition.Machine> machines,
            List<String> bases,
            CheckDefinition... checks) {
        return task(grader, seconds, Path.of("starter/first"), files, servers, machines, List.of(), bases, checks);
    }

    private static TaskDefinition task(
            String grader,
            int seconds,
            Path starter,
            List<String> files,
            List<TaskDefinition.Server> servers,
            List<TaskDefinition.Machine> machines,
            List<TaskDefinition.Link> links,
            List<String> bases,
            CheckDefinition... checks) {
        return new TaskDefinition(
                new Place("labs/demo/lab.yml", 5, 3),
                "first",
                "A first task",
                "Do it.",
                10,
                1,
                List.of(),
                List.of(),
                files.stream()
                        .map(file -> new TaskDefinition.WorkFile(file, "the tables"))
                        .toList(),
                servers,
                machines,
                links,
                bases,
                grader,
                seconds,
                List.of(checks),
                List.of("one", "two", "three"),
                List.of(new DiagnosisDefinition(
                        "no-rule",
                        "There is no rule against this.",
                        "Write one.",
                        Optional.of(new TaskDefinition.Term("constraint", Place.of("labs/demo/lab.yml"))))),
                Path.of("guide/first.md"),
                starter);
    }

    public static LabDefinition lab(TaskDefinition... tasks) {
        return new LabDefinition(Path.of("labs/demo"), "demo", "postgres", "A lab", "About it.", List.of(tasks));
    }
}
