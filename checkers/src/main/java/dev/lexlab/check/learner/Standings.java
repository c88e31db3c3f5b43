package dev.lexlab.check.learner;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.lexlab.check.learner.Standing.State;
import dev.lexlab.check.report.Results;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.result.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a learner is with every task, and what to do next.
 *
 * @param all in the order of labs and tasks
 */
public record Standings(List<Standing> all) {

    public Standings {
        all = List.copyOf(all);
    }

    /** Looks at work folders, results and notes. */
    public static Standings of(List<LabDefinition> labs, Results results, Notes notes) throws IOException {
        List<Standing> all = new ArrayList<>();
        for (LabDefinition lab : labs) {
            for (TaskDefinition task : lab.tasks()) {
                all.add(standing(lab, task, results.latest(lab.id(), task.id()), notes.of(lab, task)));
            }
        }
        return new Standings(all);
    }

    private static Standing standing(LabDefinition lab, TaskDefinition task, Optional<Summary> last, Note note) {
        Path folder = new Work(lab, lab.work()).folder(task);
        boolean isThere = Files.isDirectory(folder);
        Instant graded = last.flatMap(Summary::started).orElse(Instant.EPOCH);
        if (!isThere) {
            return new Standing(lab, task, false, false, false, last, note, graded);
        }
        boolean isStale = last.isPresent()
                && !last.get().submission().equals(Intake.take(folder, task).hash());
        Instant written = written(folder);
        Instant active = written.isAfter(graded) ? written : graded;
        return new Standing(lab, task, true, isTouched(folder, task), isStale, last, note, active);
    }

    private static boolean isTouched(Path folder, TaskDefinition task) {
        try {
            return !Intake.isUntouched(folder, task);
        } catch (IOException e) {
            return true; // it is there and cannot be read: check will say why
        }
    }

    private static Instant written(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Instant latest = Instant.EPOCH;
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Instant time = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant();
                latest = time.isAfter(latest) ? time : latest;
            }
            return latest;
        } catch (IOException | UncheckedIOException e) {
            return Instant.EPOCH; // it only decides what is named first
        }
    }

    public int points() {
        return all.stream().mapToInt(Standing::points).sum();
    }

    public int maximum() {
        return all.stream().mapToInt(standing -> standing.task().points()).sum();
    }

    public int passed() {
        return (int) all.stream()
                .filter(standing -> standing.state() == State.PASSED)
                .count();
    }

    /** What somebody is in the middle of, otherwise what comes next; empty where all is passed. */
    public Optional<Standing> next() {
        Optional<Standing> open = all.stream().filter(Standing::isOpen).max(comparing(Standing::active));
        return open.or(this::nextToBegin);
    }

    /** The next of the lab they are in, which they began or passed something of last; otherwise the easiest there is. */
    private Optional<Standing> nextToBegin() {
        Optional<LabDefinition> latest = all.stream()
                .filter(standing -> standing.isThere() || standing.state() == State.PASSED)
                .max(comparing(Standing::active))
                .map(Standing::lab);
        return latest.flatMap(lab ->
                        toBegin().filter(standing -> standing.lab().equals(lab)).findFirst())
                .or(() -> toBegin()
                        .min(comparingInt((Standing standing) -> standing.task().difficulty())
                                .thenComparingInt(standing -> standing.task().minutes())));
    }

    /** The task of the same lab to go on with: by order, the later ones first, and only what is not passed. */
    public Optional<Standing> after(String lab, String task) {
        List<Standing> here =
                all.stream().filter(standing -> standing.lab().id().equals(lab)).toList();
        int at = here.stream().map(standing -> standing.task().id()).toList().indexOf(task);
        return Stream.concat(here.stream().skip(at + 1L), here.stream().limit(Math.max(0, at)))
                .filter(standing -> standing.state() != State.PASSED && isReady(standing))
                .findFirst();
    }

    private Stream<Standing> toBegin() {
        return all.stream()
                .filter(standing -> standing.state() != State.PASSED && !standing.isOpen() && isReady(standing));
    }

    /** Whether all that it builds on is passed. */
    private boolean isReady(Standing standing) {
        return standing.task().requires().stream()
                .allMatch(required -> all.stream()
                        .anyMatch(other -> other.lab().equals(standing.lab())
                                && other.task().id().equals(required)
                                && other.state() == State.PASSED));
    }
}
