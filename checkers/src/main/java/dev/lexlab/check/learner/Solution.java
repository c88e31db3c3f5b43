package dev.lexlab.check.learner;

import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The solution that the course's own tests prove right. */
public final class Solution {
    private final Path folder;
    private final Path starter;

    private Solution(Path folder, Path starter) {
        this.folder = folder;
        this.starter = starter;
    }

    /** Empty where the course comes without its fixtures. */
    public static Optional<Solution> of(Course course, LabDefinition lab, TaskDefinition task) {
        Path folder = course.checkers()
                .resolve("src/test/submissions")
                .resolve(lab.id())
                .resolve(task.id())
                .resolve("solution");
        return Files.isDirectory(folder) ? Optional.of(new Solution(folder, task.starter())) : Optional.empty();
    }

    /** What differs from the starter, by file. */
    public List<Change> changes() throws IOException {
        SortedSet<String> names = new TreeSet<>(names(folder));
        names.addAll(names(starter));
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            Path before = starter.resolve(name);
            Path after = folder.resolve(name);
            if (!Files.exists(after)) {
                changes.add(new Change(name, Kind.REMOVED, List.of()));
            } else if (!Files.exists(before)) {
                changes.add(new Change(name, Kind.ADDED, lines(after)));
            } else if (Files.mismatch(before, after) >= 0) {
                changes.add(changed(name, lines(before), lines(after)));
            }
        }
        return changes;
    }

    /** Where most of a file is new, the file itself is easier to read. */
    private static Change changed(String name, List<String> before, List<String> after) {
        List<String> difference = LineDiff.of(before, after);
        long news = difference.stream().filter(line -> line.startsWith("+ ")).count();
        return difference.isEmpty() || news * 2 > after.size()
                ? new Change(name, Kind.REWRITTEN, after)
                : new Change(name, Kind.CHANGED, difference);
    }

    private static List<String> lines(Path file) throws IOException {
        return Arrays.asList(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .stripTrailing()
                .split("\n", -1));
    }

    /**
     * Puts the whole files into a folder of their own.
     *
     * @param fresh is not there yet, or empty
     * @return the files' names
     */
    public List<String> putInto(Path fresh) throws IOException {
        Path target = fresh.toAbsolutePath().normalize();
        Files.createDirectories(target.getParent());
        Path whole = Folders.beside(target);
        try {
            Folders.copy(folder, whole);
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING); // replaces nothing but an empty folder
        } finally {
            Trees.delete(whole);
        }
        return names(target);
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** What became of a file. */
    public enum Kind {
        ADDED,
        /** Its lines are the new file's. */
        REWRITTEN,
        /** Its lines are marked. */
        CHANGED,
        REMOVED
    }

    /**
     * One file.
     *
     * @param lines of the file, or of its difference
     */
    public record Change(String name, Kind kind, List<String> lines) {
        public Change {
            lines = List.copyOf(lines);
        }
    }
}
