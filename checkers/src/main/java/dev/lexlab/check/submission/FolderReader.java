package dev.lexlab.check.submission;

import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.text.Sink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Walks one folder; a fault ends the walk only where going on could be endless. */
final class FolderReader extends SimpleFileVisitor<Path> {
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

    private final Path folder;
    private final TaskDefinition task;
    private final Caps caps;
    private final Problems problems;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private int met;
    private long bytes;

    FolderReader(Path folder, TaskDefinition task, Caps caps, Problems problems) {
        this.folder = folder;
        this.task = task;
        this.caps = caps;
        this.problems = problems;
    }

    SortedMap<String, byte[]> read() {
        try {
            Files.walkFileTree(folder, followed(), Integer.MAX_VALUE, this);
        } catch (IOException e) {
            problems.add(Place.of("."), "cannot be read", "look at the folder's permissions");
        }
        return files;
    }

    /** No link. */
    private Set<FileVisitOption> followed() {
        return caps.followsLinks() ? Set.of(FileVisitOption.FOLLOW_LINKS) : Set.of();
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
        if (++met > caps.files()) {
            problems.add(
                    Place.of("."),
                    "there are more than " + caps.files() + " files",
                    "keep only what the task asks for in this folder");
            return FileVisitResult.TERMINATE;
        }
        String name = nameOf(file);
        Place place = Place.of(Sink.TERMINAL.encode(name.replace('\n', '\u2424').replace('\t', '\u2409')));
        if (UNSEEN.matcher(name).find() || name.length() > caps.charactersOfAPath()) {
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
        byte[] content = readCapped(file);
        if (content.length > caps.bytesOfAFile()) {
            problems.add(
                    place,
                    "this file is larger than " + (caps.bytesOfAFile() >> 20) + " MB",
                    "a task needs no such file; remove it");
            return FileVisitResult.CONTINUE;
        }
        bytes += content.length;
        if (bytes > caps.bytes()) {
            problems.add(
                    Place.of("."),
                    "all files together are larger than " + (caps.bytes() >> 20) + " MB",
                    "remove what the task does not ask for");
            return FileVisitResult.TERMINATE;
        }
        files.put(name, content);
        return FileVisitResult.CONTINUE;
    }

    /** At most one byte more than the cap is ever held. */
    private byte[] readCapped(Path file) throws IOException {
        OpenOption[] options = caps.followsLinks() ? new OpenOption[0] : new OpenOption[] {LinkOption.NOFOLLOW_LINKS};
        try (InputStream in = Files.newInputStream(file, options)) {
            return in.readNBytes(caps.bytesOfAFile() + 1);
        }
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
