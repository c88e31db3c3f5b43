package dev.lexlab.check.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A run's sign of life: a lock on a file that the operating system gives back when the process ends, however it ends. What is
 * labelled with a run whose lock is free may be removed; nobody else's may.
 */
public final class RunLock implements AutoCloseable {
    // POSIX gives back all locks of a process on a file as soon as the process closes any channel to it: so we must
    // know our
    // own runs without opening their files.
    private static final Set<String> OURS = ConcurrentHashMap.newKeySet();

    private static final String KEPT = "kept";

    private final String id;
    private final Path file;
    private final FileChannel channel;

    private RunLock(String id, Path file, FileChannel channel) {
        this.id = id;
        this.file = file;
        this.channel = channel;
    }

    static RunLock take(StateFolder state) throws IOException {
        return take(state.runs());
    }

    /** Takes one in a folder of locks that exists. */
    public static RunLock take(Path folder) throws IOException {
        while (true) {
            RunLock lock = tryTake(folder);
            if (lock != null) {
                return lock;
            }
        }
    }

    private static @Nullable RunLock tryTake(Path folder) throws IOException {
        String id = UUID.randomUUID().toString().substring(0, 13);
        Path file = folder.resolve(id);
        OURS.add(id);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // Between the two calls a sweep may have taken the file for a dead run's and removed it: then once more.
        if (channel.tryLock() != null && Files.exists(file)) {
            return new RunLock(id, file, channel);
        }
        channel.close();
        OURS.remove(id);
        return null;
    }

    /** Goes on without a process: until it is given up, it counts as alive. */
    void keep() throws IOException {
        channel.write(ByteBuffer.wrap(KEPT.getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
        channel.close();
        OURS.remove(id);
    }

    static void giveUp(StateFolder state, String run) throws IOException {
        Files.deleteIfExists(state.runs().resolve(run));
    }

    /** Gives up those of the runs that were kept for which this holds. */
    static void giveUpKept(StateFolder state, Predicate<String> isOver) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(state.runs())) {
            for (Path file : files) {
                if (Files.size(file) >= KEPT.length()
                        && isOver.test(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    public String id() {
        return id;
    }

    /** Whether the process of that run is gone. A run without a file is. */
    static boolean isFree(StateFolder state, String run) {
        return isFree(state.runs(), run);
    }

    /** As above, in that folder of locks. */
    public static boolean isFree(Path folder, String run) {
        if (OURS.contains(run)) {
            return false;
        }
        Path file = folder.resolve(run).normalize();
        if (!folder.equals(file.getParent())) {
            return false; // a label that no process of ours wrote
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null && channel.size() < KEPT.length();
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false; // when in doubt, it lives
        }
    }

    /** Removes the files of dead runs; what they made must be gone already. */
    static void forgetDead(StateFolder state) throws IOException {
        forgetDead(state.runs());
    }

    /** As above, in that folder of locks. */
    public static void forgetDead(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (isFree(folder, file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
        OURS.remove(id);
    }
}
