package dev.lexlab.lab.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** One file that is there with all of its text, or as it was before. */
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
        Path folder = file.toAbsolutePath().resolveSibling("");
        Path partial = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + PARTIAL);
        try {
            Files.writeString(partial, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            throw NoRoom.orAsItIs(folder, e);
        }
    }
}
