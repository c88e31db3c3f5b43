package dev.lexlab.check.learner;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A task's starter put back, and what was there kept: nothing of a learner's is ever deleted. */
public final class Backups {
    /** In UTC, so that their names sort by time on a day that clocks are set back, too. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final LabDefinition lab;
    private final TaskDefinition task;
    private final Path folder;
    private final Path backups;

    public Backups(Course course, LabDefinition lab, TaskDefinition task) {
        this.lab = lab;
        this.task = task;
        this.folder = new Work(lab, lab.work()).folder(task);
        this.backups = course.state().resolve("backups").resolve(lab.id()).resolve(task.id());
    }

    /** {@code LAB/TASK}, as one types it. */
    public String name() {
        return lab.id() + "/" + task.id();
    }

    /** Where the learner works. */
    public Path folder() {
        return folder;
    }

    public boolean isThere() {
        return Folders.exists(folder);
    }

    /** Whether the learner's folder holds anything that the starter does not; an editor's hidden files do not count. */
    public boolean hasChanges() throws IOException {
        if (!Files.isDirectory(folder) || Files.isSymbolicLink(folder)) {
            return isThere();
        }
        SortedMap<String, String> starter = Folders.contents(task.starter());
        SortedMap<String, String> work;
        try {
            work = Folders.contents(folder);
        } catch (IOException e) {
            return true; // the starter can be read
        }
        work.keySet().removeIf(name -> !starter.containsKey(name) && (name.startsWith(".") || name.contains("/.")));
        return !work.equals(starter);
    }

    /**
     * The starter, and nothing else.
     *
     * @return where all that was there is now
     */
    public Path reset(Instant now) throws IOException {
        Path starter = Folders.beside(folder);
        try {
            Folders.copy(task.starter(), starter); // whole, before anything is moved
            return replaceBy(starter, now);
        } finally {
            Trees.delete(starter);
        }
    }

    /** Oldest first. */
    public List<Path> all() throws IOException {
        if (!Files.isDirectory(backups)) {
            return List.of();
        }
        try (Stream<Path> stamps = Files.list(backups)) {
            return stamps.filter(stamp -> !stamp.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Brings a backup back; what was there becomes one in its place.
     *
     * @return where that is; empty where nothing was there but the starter
     */
    public Optional<Path> bringBack(Path backup, Instant now) throws IOException {
        if (hasChanges()) {
            return Optional.of(replaceBy(backup, now));
        }
        Path starter = Folders.beside(folder);
        boolean wasThere = isThere();
        if (wasThere) {
            Folders.move(folder, starter);
        }
        try {
            Folders.move(backup, folder);
        } catch (IOException e) {
            if (wasThere) {
                Folders.move(starter, folder);
            }
            throw e;
        }
        Trees.delete(starter);
        return Optional.empty();
    }

    private Path replaceBy(Path other, Instant now) throws IOException {
        Path backup = free(STAMP.format(now));
        Folders.move(folder, backup);
        try {
            Folders.move(other, folder);
        } catch (IOException e) {
            Folders.move(backup, folder);
            throw e;
        }
        return backup;
    }

    private Path free(String stamp) {
        Path backup = backups.resolve(stamp);
        for (int number = 2; Folders.exists(backup); number++) {
            backup = backups.resolve(stamp + "-" + number);
        }
        return backup;
    }
}
