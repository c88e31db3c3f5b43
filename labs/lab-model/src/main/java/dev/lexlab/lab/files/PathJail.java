package dev.lexlab.lab.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Opens names that come from somebody's text only where they stay inside one folder, links included. */
public final class PathJail {
    private final Path root;

    /**
     * A jail around a folder.
     *
     * @throws IOException where the folder does not exist
     */
    public PathJail(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /**
     * @param from folder the name is relative to, inside the jail
     * @param name as somebody wrote it
     * @return the real path of an existing regular file
     * @throws Refused with the reason, in words for the author
     */
    public Path file(Path from, String name) throws Refused {
        Path wanted;
        try {
            wanted = from.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new Refused("'" + name + "' is not a file name");
        }
        if (Path.of(name).isAbsolute() || !wanted.toAbsolutePath().normalize().startsWith(root)) {
            throw new Refused("'" + name + "' leaves the folder '" + root.getFileName() + "'");
        }
        if (!Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused("file '" + name + "' does not exist", true);
        }
        try {
            Path real = wanted.toRealPath();
            if (!real.startsWith(root)) {
                throw new Refused("'" + name + "' is a link out of the folder '" + root.getFileName() + "'");
            }
            if (!Files.isRegularFile(real)) {
                throw new Refused("'" + name + "' is not a regular file");
            }
            return real;
        } catch (IOException e) {
            throw new Refused("'" + name + "' cannot be read: " + e.getMessage());
        }
    }

    public Path root() {
        return root;
    }

    /** Why a name is not opened. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean missing;

        Refused(String message) {
            this(message, false);
        }

        Refused(String message, boolean missing) {
            super(message);
            this.missing = missing;
        }

        /** Whether nothing is wrong with the name, and nothing is there. */
        public boolean isMissing() {
            return missing;
        }
    }
}
