package dev.lexlab.lab.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * A folder that is whole at every moment: {@code out} is a link to one generation of files beside it, and publishing writes
 * the next generation whole before it switches the link. Equal files are stored once for all generations.
 *
 * <p>Beside {@code target/site} lie {@code target/.site-generations/<hash>} and its sorted {@code <hash>.manifest}.
 */
public final class GenerationFolder {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    /** A file lock is the process's; threads of one process need this one as well. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path out;
    private final Path generations;

    public GenerationFolder(Path out) {
        this.out = out.toAbsolutePath().normalize();
        this.generations = this.out.resolveSibling("." + this.out.getFileName() + "-generations");
    }

    /** What the present generation was made from, as told to {@link #publish}; empty unless it is whole. */
    public Optional<String> inputs() throws IOException {
        Optional<String> current = current();
        if (current.isEmpty()) {
            return Optional.empty();
        }
        return Manifest.read(manifestOf(current.get()))
                .filter(manifest -> manifest.describes(generations.resolve(current.get())))
                .map(Manifest::inputs);
    }

    /**
     * Makes {@code out} show exactly these files.
     *
     * @param files by path with forward slashes
     * @param inputs names what they were made from; see {@link #inputs()}
     * @throws Refused where {@code out} is something we did not make
     */
    public void publish(SortedMap<String, byte[]> files, String inputs) throws IOException, Refused {
        refuseWhatIsNotOurs();
        Manifest manifest = Manifest.of(inputs, files);
        Files.createDirectories(generations);
        THREADS.lock();
        try (FileChannel channel = FileChannel.open(
                        generations.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                publishAlone(files, manifest);
            }
        } finally {
            THREADS.unlock();
        }
    }

    /** Refuses early, before anybody spends time on making the files. */
    public void refuseWhatIsNotOurs() throws IOException, Refused {
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS) && current().isEmpty()) {
            throw new Refused(
                    "'" + out + "' exists and was not made by us; remove it or name another folder with --out");
        }
    }

    private void publishAlone(SortedMap<String, byte[]> files, Manifest manifest) throws IOException {
        Optional<String> before = current();
        String hash = manifest.hash();
        Path generation = generations.resolve(hash);
        if (!manifest.describes(generation)) {
            Path partial = generations.resolve(hash + ".partial");
            Trees.delete(partial);
            new GenerationWriter(before.map(generations::resolve), partial).write(files, manifest);
            Trees.delete(generation);
            Files.move(partial, generation, StandardCopyOption.ATOMIC_MOVE);
        }
        manifest.writeTo(manifestOf(hash));
        if (!before.equals(Optional.of(hash))) {
            switchTo(hash);
            sweep(before.map(old -> Set.of(old, hash)).orElse(Set.of(hash)));
        }
    }

    private void switchTo(String hash) throws IOException {
        Path next = out.resolveSibling("." + out.getFileName() + "-next");
        Files.deleteIfExists(next);
        Files.createSymbolicLink(
                next, Path.of(generations.getFileName().toString()).resolve(hash));
        try {
            Files.move(next, out, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.deleteIfExists(next);
            throw e;
        }
    }

    /** Takes away what nobody shows any more, and what a killed run left half made. */
    private void sweep(Set<String> kept) throws IOException {
        try (var children = Files.newDirectoryStream(generations)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                String generation = name.endsWith(".manifest") ? name.substring(0, name.lastIndexOf('.')) : name;
                if (!name.equals("lock") && !kept.contains(generation)) {
                    Trees.delete(child);
                }
            }
        }
    }

    /** The hash that our link names; empty where there is no link of ours. */
    private Optional<String> current() throws IOException {
        if (!Files.isSymbolicLink(out)) {
            return Optional.empty();
        }
        Path target = out.resolveSibling(Files.readSymbolicLink(out)).normalize();
        String hash = target.getFileName().toString();
        boolean ours =
                generations.equals(target.getParent()) && HASH.matcher(hash).matches();
        return ours ? Optional.of(hash) : Optional.empty();
    }

    private Path manifestOf(String hash) {
        return generations.resolve(hash + ".manifest");
    }

    /** Why nothing was written. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
