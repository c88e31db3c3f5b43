package dev.lexlab.check.learner;

import dev.lexlab.check.report.Results;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What is noted about a learner: a small file for each task, under the course's state folder. A file is whole or as it was;
 * one that cannot be read is told, put aside and begun anew, never thrown away.
 */
public final class Notes {
    /** File locks are between processes; threads of one wait here. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Course course;
    private final Consumer<String> faults;

    /**
     * Reads and writes nothing yet.
     *
     * @param faults is told of a file that could not be read, in a line for the learner
     */
    public Notes(Course course, Consumer<String> faults) {
        this.course = course;
        this.faults = faults;
    }

    /** What is noted of a task so far. */
    public Note of(LabDefinition lab, TaskDefinition task) throws IOException {
        try {
            return NoteJson.read(Files.readAllBytes(file(lab, task)));
        } catch (NoSuchFileException e) {
            return Note.NOTHING; // whoever only looks leaves no trace
        } catch (NoteJson.Unreadable e) {
            return change(lab, task, note -> note);
        }
    }

    /** One rung further on the ladder, where there is one. */
    Note addHint(LabDefinition lab, TaskDefinition task) throws IOException {
        return change(lab, task, note -> note.hintsUsed() < task.hints().size() ? note.withOneHintMore() : note);
    }

    /** The solution was shown to somebody who had not got there. */
    public Note addSolution(LabDefinition lab, TaskDefinition task) throws IOException {
        return change(lab, task, Note::withTheSolutionSeen);
    }

    private Note change(LabDefinition lab, TaskDefinition task, UnaryOperator<Note> change) throws IOException {
        Path file = file(lab, task);
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel lock =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock(); // closing the channel gives it back
                Note before = read(file);
                Note after = change.apply(before);
                if (!after.equals(before)) {
                    Results.write(file, NoteJson.write(after));
                }
                return after;
            }
        }
    }

    private Note read(Path file) throws IOException {
        try {
            return NoteJson.read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Note.NOTHING;
        } catch (NoteJson.Unreadable e) {
            Path aside = free(file);
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            faults.accept(course.name(file) + ": this note of your hints cannot be read, because " + e.getMessage()
                    + "; it is now " + aside.getFileName() + ", and counting begins anew at 0");
            return Note.NOTHING;
        }
    }

    private Path file(LabDefinition lab, TaskDefinition task) {
        return course.state().resolve("notes").resolve(lab.id()).resolve(task.id() + ".json");
    }

    private static Path free(Path file) {
        for (int number = 1; ; number++) {
            Path candidate = file.resolveSibling(file.getFileName() + ".unreadable-" + number);
            if (!Files.exists(candidate)) {
                return candidate;
            }
        }
    }
}
