package dev.lexlab.check.submission;

import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.text.Sink;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Walks one folder; a fault ends the walk only where going on could be endless. */
final class FolderReader extends SimpleFileVisitor<Path> {
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");
    private static final int LONGEST_PATH = 200;

    private final Path folder;
    private final TaskDefinition task;
    private final Problems problems;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private int met;
    private long bytes;

    FolderReader(Path folder, TaskDefinition task, Problems problems) {
        this.folder = folder;
        this.task = task;
        this.problems = problems;
    }

    SortedMap<String, byte[]> read() {
        try {
            Files.walkFileTree(folder, this); // follows no link
        } catch (IOException e) {
            problems.add(Place.of("."), "cannot be read", "look at the folder's permissions");
        }
        return files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
        return isPassedBy(dir) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isPassedBy(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (++met > Intake.MOST_FILES) {
            problems.add(
                    Place.of("."),
                    "there are more than " + Intake.MOST_FILES + " files",
                    "keep only what the task asks for in this folder");
            return FileVisitResult.TERMINATE;
        }
        String name = nameOf(file);
        Place place = Place.of(Sink.TERMINAL.encode(name.replace('\n', '\u2424').replace('\t', '\u2409')));
        if (UNSEEN.matcher(name).find() || name.length() > LONGEST_PATH) {
            problems.add(place, "this name is too long or has characters that cannot be seen", "rename it");
        } else if (attributes.isSymbolicLink()) {
            problems.add(place, "this is a link, and links are not followed", "put the file itself here");
        } else if (!attributes.isRegularFile()) {
            problems.add(place, "this is not a regular file", "remove it from the folder");
        } else {
            return keep(file, name, place);
        }
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult keep(Path file, String name, Place place) throws IOException {
        byte[] content = Intake.readCapped(file);
        if (content.length > Intake.MOST_BYTES_OF_A_FILE) {
            problems.add(place, "this file is larger than 1 MB", "a task needs no such file; remove it");
            return FileVisitResult.CONTINUE;
        }
        bytes += content.length;
        if (bytes > Intake.MOST_BYTES) {
            problems.add(
                    Place.of("."), "all files together are larger than 8 MB", "remove what the task does not ask for");
            return FileVisitResult.TERMINATE;
        }
        files.put(name, content);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        problems.add(
                Place.of(Sink.TERMINAL.encode(nameOf(file).replace('\n', '\u2424'))),
                "cannot be read",
                "look at its permissions");
        return FileVisitResult.CONTINUE;
    }

    private boolean isPassedBy(Path path) {
        if (path.equals(folder) || !path.getFileName().toString().startsWith(".")) {
            return false;
        }
        String name = nameOf(path);
        return task.files().stream()
                .noneMatch(file -> file.path().equals(name) || file.path().startsWith(name + "/"));
    }

    private String nameOf(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
