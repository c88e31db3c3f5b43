package dev.lexlab.lab.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** One file that is there with all of its content, or as it was before. */
public final class WholeFile {
    /** How the names of files end that a killed run may have left half-written. */
    public static final String PARTIAL = ".partial";

    private WholeFile() {}

    /**
     * Writes it beside, then moves it into its place; others may do the same at the same time.
     *
     * @param file in a folder that is there
     * @throws NoRoom where the disk is full; what was half-written is gone then
     */
    public static void write(Path file, String text) throws IOException {
        replace(
                file,
                partial -> Files.writeString(partial, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** The same for bytes that need not be in memory all at once; where they cannot be had, the file stays as it was. */
    public static void write(Path file, Content content) throws IOException {
        replace(file, partial -> {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
        });
    }

    private static void replace(Path file, Step step) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Path partial = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + PARTIAL);
        try {
            step.write(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            throw NoRoom.orAsItIs(folder, e);
        }
    }

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Step {
        void write(Path partial) throws IOException;
    }
}
