package dev.lexlab.check.declared;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Link;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Service;
import dev.lexlab.check.author.Submission;
import dev.lexlab.check.environment.Wanted;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.TaskDefinition.Kind;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.PathJail;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The door: the checks of one task that {@code grader: checks/<task>.yml} names. */
public final class DeclaredChecks {
    private static final String ENDING = ".yml";

    private final TaskDefinition task;
    private final ChecksFile file;
    private final String hash;

    private DeclaredChecks(TaskDefinition task, ChecksFile file, String hash) {
        this.task = task;
        this.file = file;
        this.hash = hash;
    }

    /** Whether {@code grader:} names a file, and no class. */
    public static boolean isNamedBy(TaskDefinition task) {
        return task.grader().endsWith(ENDING);
    }

    /**
     * Reads the file, which lies in the lab's folder.
     *
     * @throws ProblemsFound with all that is wrong in it; the author must mend that, not the learner
     */
    public static DeclaredChecks read(Course course, LabDefinition lab, TaskDefinition task) throws ProblemsFound {
        Problems problems = new Problems();
        String text = text(lab, task, problems);
        problems.throwIfAny();
        String name = course.name(lab.folder().resolve(task.grader()));
        Optional<ChecksFile> file =
                Yaml.read(name, text, 0, problems).map(yaml -> new ChecksReader(task, problems).read(yaml));
        problems.throwIfAny();
        return new DeclaredChecks(task, file.orElseThrow(), Hashes.of(text));
    }

    private static String text(LabDefinition lab, TaskDefinition task, Problems problems) {
        try {
            Path found = new PathJail(lab.folder()).file(lab.folder(), task.grader());
            return Files.readString(found);
        } catch (PathJail.Refused e) {
            problems.add(
                    task.place(),
                    "the checks of task '" + task.id() + "' cannot be read: " + e.getMessage(),
                    "'grader:' names a class, or a file in the lab's folder");
        } catch (CharacterCodingException e) {
            problems.add(task.place(), "'" + task.grader() + "' is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            problems.add(task.place(), "'" + task.grader() + "' cannot be read: " + e.getMessage(), "");
        }
        return "";
    }

    /** Of the file. */
    public String hash() {
        return hash;
    }

    public Set<Wanted> wanted(String check) {
        return wanted(file.checks().getOrDefault(check, List.of()));
    }

    public boolean prepares() {
        return !file.prepare().isEmpty();
    }

    public Set<Wanted> wantedToPrepare() {
        return wanted(file.prepare());
    }

    private Set<Wanted> wanted(List<Step> steps) {
        return steps.stream()
                .map(step -> new Wanted(type(step.on()), step.on()))
                .collect(Collectors.toSet());
    }

    private Class<?> type(String name) {
        if (task.links().stream().anyMatch(link -> link.name().equals(name))) {
            return Link.class;
        }
        boolean isServer =
                task.servers().stream().anyMatch(server -> server.name().equals(name));
        return isServer ? Service.class : Machine.class;
    }

    /** Applies the submission. */
    public void prepare(Submission work, Draw draw, Around around) {
        run(file.prepare(), work, draw, around);
    }

    /** Runs one check; returning means that it passed. */
    public void run(String check, Submission work, Draw draw, Around around) {
        run(file.checks().getOrDefault(check, List.of()), work, draw, around);
    }

    private void run(List<Step> steps, Submission work, Draw draw, Around around) {
        // A file of the task that is missing is told whichever steps would read it.
        task.files().forEach(each -> work.file(each.path()));
        List<LearnersProgram> programs = task.files().stream()
                .filter(each -> isStarted(each.path(), steps))
                .map(each -> new LearnersProgram(work.file(each.path())))
                .toList();
        new StepRun(work, Drawing.all(file.draw(), draw), around, mainMachine(), programs).all(steps);
    }

    private static boolean isStarted(String path, List<Step> steps) {
        return steps.stream()
                .filter(Step::isLearners)
                .flatMap(step -> step.action().templates())
                .anyMatch(text -> text.text().contains("./" + path));
    }

    /** The learner's own container where images are built; else the first sandbox. */
    private String mainMachine() {
        return !task.bases().isEmpty()
                ? ""
                : task.machines().stream()
                        .filter(machine -> machine.kind() == Kind.SANDBOX)
                        .map(TaskDefinition.Machine::name)
                        .findFirst()
                        .orElse("");
    }
}
