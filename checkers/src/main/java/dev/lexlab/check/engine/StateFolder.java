package dev.lexlab.check.engine;

import dev.lexlab.lab.files.Hashes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The folder of this account on this machine in which processes of ours tell each other that they live.
 *
 * @param path exists
 * @param homeId what marks containers as ours: of this machine, this account, this very folder. The folder is part of it since
 *     its locks alone say who lives: beside another folder (a container that shares the engine) we must not sweep
 */
public record StateFolder(Path path, String homeId) {
    private static final int DIGITS = 16;

    /** The one that the environment names, made where it does not exist. */
    public static StateFolder of(Map<String, String> environment) throws IOException {
        Path base = Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(home(environment).resolve(".local/state"));
        Path folder = Files.createDirectories(base.resolve("lexlab")).toRealPath();
        Files.createDirectories(folder.resolve("runs"));
        String identity = String.join("\n", machineId(), System.getProperty("user.name", ""), folderId(folder));
        return new StateFolder(folder, Hashes.of(identity).substring(0, DIGITS));
    }

    static Path home(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")));
    }

    Path runs() {
        return path.resolve("runs");
    }

    /** Waits until no other process holds the lock of this name, then runs with it. */
    public <T, X extends Exception> T exclusively(String name, Runnable whenWaiting, Work<T, X> work)
            throws X, IOException, InterruptedException {
        try (FileChannel channel =
                FileChannel.open(path.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                whenWaiting.run();
                channel.lock();
            }
            return work.run(); // closing the channel gives the lock back
        }
    }

    /** What needs a lock. */
    public interface Work<T, X extends Exception> {
        T run() throws X, IOException, InterruptedException;
    }

    private static String machineId() {
        try {
            return Files.readString(Path.of("/etc/machine-id")).strip();
        } catch (IOException e) {
            return ""; // not Linux, or a bare container: the folder's own id tells us apart
        }
    }

    private static String folderId(Path folder) throws IOException {
        Path file = folder.resolve("id");
        if (!Files.exists(file)) {
            Path whole = Files.writeString(folder.resolve("id." + UUID.randomUUID()), UUID.randomUUID() + "\n");
            try {
                Files.createLink(file, whole); // like a move, but the first of two processes wins
            } catch (FileAlreadyExistsException e) {
                // another process was faster; its id holds
            } catch (UnsupportedOperationException e) {
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(whole);
        }
        return Files.readString(file).strip();
    }
}
