package dev.lexlab.lab.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whole folders. */
public final class Trees {

    private Trees() {}

    /**
     * Copies a folder with all in it.
     *
     * @param to made where it is missing; nothing in it is overwritten
     * @param isWanted whether something is to be copied, by its path inside the folder; the folder itself always is
     */
    public static void copy(Path from, Path to, Predicate<Path> isWanted) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.filter(path -> !path.equals(from) && isWanted.test(from.relativize(path)))
                    .toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }

    /** Moves each file to the same name in another folder, in place of what is there; a file that is there is so at every moment. */
    static void moveInto(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                boolean isFolder = Files.isDirectory(source);
                if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS) != isFolder) {
                    delete(target); // a folder where a file belongs, or the other way round
                }
                if (isFolder) {
                    Files.createDirectories(target);
                } else {
                    Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        delete(from);
    }

    /** Deletes a file or a folder with all in it, if it is there. A link is deleted, not what it leads to. */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
