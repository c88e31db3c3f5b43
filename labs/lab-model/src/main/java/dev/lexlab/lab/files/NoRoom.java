package dev.lexlab.lab.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A disk, or what its owner may use of it, is full. The message says which one, by a folder on it, and what is free. */
public final class NoRoom extends IOException {
    private static final long serialVersionUID = 1L;

    /** Of the kernel, errno(3) ENOSPC and EDQUOT; a write's failure names no file, and has no other sign. */
    private static final String FULL = "no space left on device";

    private static final String USED_UP = "disk quota exceeded";

    private NoRoom(Path folder, IOException cause) {
        super("there is no room left on the disk that holds '" + folder + "'" + free(folder), cause);
    }

    /** This failure, said with its place where it is a full disk; any other as it is. */
    static IOException orAsItIs(Path folder, IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return !(failure instanceof NoRoom) && (message.contains(FULL) || message.contains(USED_UP))
                ? new NoRoom(folder, failure)
                : failure;
    }

    /** Little may be free and still be too little, or files may have run out and not bytes. */
    private static String free(Path folder) {
        try {
            return " (" + Files.getFileStore(folder).getUsableSpace() / 1024 + " KB free)";
        } catch (IOException e) {
            return ""; // it is not the moment to tell of a second failure
        }
    }
}
