package dev.lexlab.check.embedded;

import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A folder in the machine's memory for the data of servers: all of it is thrown away, so no disk need see it, and on one, making
 * and dropping databases is what a short check waits for most. It exists while something is in it.
 */
record InMemory(Path folder) {
    private static final Path OF_LINUX = Path.of("/dev/shm");
    private static final String KIND = "tmpfs";
    private static final Set<PosixFilePermission> OTHERS_PASS = PosixFilePermissions.fromString("rwx--x--x");

    /** For the databases of a task and what a learner may fill them with, and as much again for whoever else needs memory. */
    private static final long ROOM = 1L << 30;

    static InMemory named(String name) {
        return new InMemory(OF_LINUX.resolve(name));
    }

    /**
     * Makes a folder in it for a run.
     *
     * @return whether it did: not where the machine has no such memory, or little of it, or where somebody else took the name;
     *     a disk does as well then, only slower
     */
    boolean make(String run, Account account) {
        try {
            Path root = folder.getParent();
            if (root == null
                    || !Files.isDirectory(root)
                    || !KIND.equals(Files.getFileStore(root).type())
                    || Files.getFileStore(root).getUsableSpace() < ROOM) {
                return false;
            }
            makeItself();
            if (!isOurs()) {
                return false;
            }
            account.own(Files.createDirectory(folder.resolve(run)));
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private void makeItself() throws IOException {
        try {
            Files.setPosixFilePermissions(Files.createDirectory(folder), OTHERS_PASS);
        } catch (FileAlreadyExistsException e) {
            // by whom, is looked at next
        }
    }

    /** Whether a run has a folder in it. */
    boolean has(String run) {
        return Files.isDirectory(folder.resolve(run), LinkOption.NOFOLLOW_LINKS) && isOurs();
    }

    void remove(String run) throws IOException {
        if (!has(run)) {
            return;
        }
        Trees.delete(folder.resolve(run));
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // another run has it, or was the last one at the same moment
        }
    }

    /** In a folder that everybody may write to, a link or somebody else's folder could lead our data anywhere. */
    private boolean isOurs() {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                            .getName()
                            .equals(System.getProperty("user.name"))
                    && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                            .equals(OTHERS_PASS);
        } catch (IOException e) {
            return false;
        }
    }
}
