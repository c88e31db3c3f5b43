package dev.lexlab.check.learner;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Whole folders of a learner's, links and all: they are moved and copied as they are, and never followed. */
final class Folders {

    private Folders() {}

    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** A name next to a folder that nobody has, hidden, for what is not whole yet. */
    static Path beside(Path folder) {
        return folder.resolveSibling("." + folder.getFileName() + "." + UUID.randomUUID());
    }

    /** Whole or not at all: by renaming, and where that cannot be, by a copy that was compared. */
    static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            copyWhole(from, to);
            Trees.delete(from);
        }
    }

    /** For a folder on another file system. */
    static void copyWhole(Path from, Path to) throws IOException {
        Path copy = beside(to);
        try {
            copy(from, copy);
            if (!contents(from).equals(contents(copy))) {
                throw new IOException(from + " changed while it was copied; nothing was moved");
            }
            Files.move(copy, to, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Trees.delete(copy);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        if (Files.isSymbolicLink(from)) {
            Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
            return;
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(at(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isOther()) { // opening a pipe would wait for ever
                    throw new IOException(file + " is neither a file, a folder nor a link; remove it first");
                }
                Files.copy(file, at(file), LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            private Path at(Path file) {
                return to.resolve(from.relativize(file).toString());
            }
        });
    }

    /** What lies where: content of files, targets of links; folders without anything do not count. */
    static SortedMap<String, String> contents(Path root) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String what = attributes.isSymbolicLink()
                        ? "link to " + Files.readSymbolicLink(file)
                        : attributes.isRegularFile() ? Hashes.of(Files.readAllBytes(file)) : "something else";
                contents.put(root.relativize(file).toString().replace('\\', '/'), what);
                return FileVisitResult.CONTINUE;
            }
        });
        return contents;
    }
}
