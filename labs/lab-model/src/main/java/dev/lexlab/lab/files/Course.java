package dev.lexlab.lab.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder with {@code content/}, {@code labs/} or {@code checkers/}; each may be missing.
 *
 * @param root absolute
 */
public record Course(Path root) {

    public Course {
        root = root.toAbsolutePath().normalize();
    }

    /** The nearest folder, from {@code start} upwards, that is a course. */
    public static Optional<Course> around(Path start) {
        for (Path folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (isCourse(folder)) {
                return Optional.of(new Course(folder));
            }
        }
        return Optional.empty();
    }

    /** A lone {@code labs} folder is too common a name to go by; its labs say what it is. */
    public static boolean isCourse(Path folder) {
        return Files.isRegularFile(folder.resolve("content/site.yml")) || hasLab(folder.resolve("labs"));
    }

    private static boolean hasLab(Path labs) {
        try (var children = Files.newDirectoryStream(labs)) {
            for (Path child : children) {
                if (Files.isRegularFile(child.resolve("lab.yml"))) {
                    return true;
                }
            }
            return false;
        } catch (java.io.IOException e) {
            return false; // not there or not readable: then it is no course to us
        }
    }

    public Path content() {
        return root.resolve("content");
    }

    public Path labs() {
        return root.resolve("labs");
    }

    public Path checkers() {
        return root.resolve("checkers");
    }

    /** Results, hints used, backups and caches: ours to write, ignored by git. */
    public Path state() {
        return root.resolve(".lexlab");
    }

    /** A path as messages name it: from the root, with forward slashes. */
    public String name(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(root) ? root.relativize(absolute) : file;
        return shown.toString().replace('\\', '/');
    }
}
