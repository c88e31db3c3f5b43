package dev.lexlab.lab.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A folder that is whole at every moment: {@code out} is a link to one generation of files beside it, and publishing writes
 * the next generation whole before it switches the link. Equal files are stored once for all generations.
 *
 * <p>Beside {@code target/site} lie {@code target/.site-generations/<hash>} and its sorted {@code <hash>.manifest}; the
 * manifest's time is when the generation was published or shown last.
 *
 * <p>What is promised: a process may be killed at any moment, the disk may be full, and other processes may publish to the same
 * place at the same time; {@code out} shows the generation before or the next one, whole. A lock that a killed process held is free,
 * since the kernel gives it back, and what it left is taken away by whoever publishes next. What is not: that a generation is on
 * the disk when the power goes. Nothing is forced there, because that would make every save wait for the disk. A generation that
 * came back damaged is noticed, since {@link #inputs} reads all of it, and the next publishing repairs it.
 */
public final class GenerationFolder {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    /** A file lock is the process's; threads of one process need this one as well. */
    private static final ReentrantLock THREADS = new ReentrantLock();
    /** How long a generation stays that is not shown any more: who follows the link once may read from it for a while. */
    private static final Duration READ_ON = Duration.ofMinutes(1);

    private static final String LOCK = "lock";
    private static final String NO_LINKS =
            "'%s' is on a file system without symbolic links, and what is published is shown by one;"
                    + " name a folder elsewhere with --out";
    private static final String MANIFEST = ".manifest";

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
     * Looks at what is shown, where it was made from these inputs, without reading it.
     *
     * @param sightings takes in the link and every file behind it
     * @return whether it was made from them; where not, nothing is taken in
     */
    public boolean sight(String inputs, Sightings sightings) throws IOException {
        Optional<String> current = current();
        if (current.isEmpty()) {
            return false;
        }
        Path generation = generations.resolve(current.get());
        Optional<Manifest> manifest = Manifest.read(manifestOf(current.get()));
        Optional<Stamp> shown = Stamp.of(generation);
        if (shown.isEmpty()
                || manifest.filter(made -> made.inputs().equals(inputs)).isEmpty()) {
            return false;
        }
        // What the link leads to is looked at by its own name: another run may be switching the link at this moment.
        sightings.add(List.of(shown.get().under(out)));
        manifest.get().sums().keySet().forEach(path -> sightings.look(generation.resolve(path)));
        return true;
    }

    /**
     * Makes {@code out} show exactly these files.
     *
     * @param files by path with forward slashes; each is asked for its bytes twice, so that not all need to be there at once
     * @param inputs names what they were made from; see {@link #inputs()}
     * @throws Refused where {@code out} is something we did not make
     */
    public void publish(SortedMap<String, Supplier<byte[]>> files, String inputs) throws IOException, Refused {
        refuseWhatIsNotOurs();
        Manifest manifest = Manifest.of(inputs, files);
        try {
            Files.createDirectories(generations);
            THREADS.lock();
            try (FileChannel channel = lockFile();
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    publishAlone(files, manifest);
                }
            } finally {
                THREADS.unlock();
            }
        } catch (IOException e) {
            throw NoRoom.orAsItIs(generations, e);
        }
    }

    /** Takes away what a killed run left, where nothing is published just now; whoever publishes does so anyway. */
    public void tidy() throws IOException {
        if (!Files.isDirectory(generations) || !THREADS.tryLock()) {
            return;
        }
        try (FileChannel channel = lockFile();
                FileLock lock = channel.tryLock()) {
            Optional<String> shown = current();
            if (lock != null && shown.isPresent()) {
                sweep(shown.get());
            }
        } finally {
            THREADS.unlock();
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(generations.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Refuses early, before anybody spends time on making the files. */
    public void refuseWhatIsNotOurs() throws IOException, Refused {
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS) && current().isEmpty()) {
            throw new Refused(
                    "'" + out + "' exists and was not made by us; remove it or name another folder with --out");
        }
    }

    private void publishAlone(SortedMap<String, Supplier<byte[]>> files, Manifest manifest)
            throws IOException, Refused {
        sweepPartial(); // before anything is written: what a run left that found the disk full may be what fills it
        Optional<String> before = current();
        String hash = manifest.hash();
        try {
            if (!manifest.describes(generations.resolve(hash))) {
                make(files, manifest, before);
            }
            manifest.writeTo(manifestOf(hash));
            if (!before.equals(Optional.of(hash))) {
                if (before.isPresent() && Files.exists(manifestOf(before.get()))) {
                    Files.setLastModifiedTime(manifestOf(before.get()), FileTime.from(Instant.now()));
                }
                switchTo(hash);
            }
        } catch (IOException | Refused e) {
            sweepPartial();
            throw e;
        }
        sweep(hash);
    }

    private void make(SortedMap<String, Supplier<byte[]>> files, Manifest manifest, Optional<String> before)
            throws IOException {
        Path generation = generations.resolve(manifest.hash());
        Path partial = generations.resolve(manifest.hash() + WholeFile.PARTIAL);
        new GenerationWriter(before.map(generations::resolve), partial).write(files);
        if (before.equals(Optional.of(manifest.hash()))) {
            // It is shown, and damaged: mended file by file, so that it is never less than it was.
            Trees.moveInto(partial, generation);
        } else {
            Trees.delete(generation);
            Files.move(partial, generation, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void switchTo(String hash) throws IOException, Refused {
        try {
            Files.createSymbolicLink(next(), generations.getFileName().resolve(hash));
        } catch (UnsupportedOperationException e) {
            throw new Refused(NO_LINKS.formatted(next().resolveSibling("")));
        } catch (FileSystemException e) {
            // What Linux says of file systems that know none, as FAT; see symlink(2), EPERM.
            if ("Operation not permitted".equals(e.getReason())) {
                throw new Refused(NO_LINKS.formatted(next().resolveSibling("")));
            }
            throw e;
        }
        Files.move(next(), out, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The link, before it takes its place. */
    private Path next() {
        return out.resolveSibling("." + out.getFileName() + "-next");
    }

    /** Half-made things. Only who holds the lock makes any. */
    private void sweepPartial() throws IOException {
        Files.deleteIfExists(next());
        try (var children = Files.newDirectoryStream(generations, "*" + WholeFile.PARTIAL)) {
            for (Path child : children) {
                Trees.delete(child);
            }
        }
    }

    /** Leaves what is shown, what was before it, and what was shown until just now. */
    private void sweep(String shown) throws IOException {
        sweepPartial();
        Set<String> kept = new HashSet<>(Set.of(shown));
        Map<String, FileTime> others = othersWithTimes(shown);
        others.entrySet().stream().max(Map.Entry.comparingByValue()).ifPresent(before -> kept.add(before.getKey()));
        FileTime longAgo = FileTime.from(Instant.now().minus(READ_ON));
        others.forEach((generation, time) -> {
            if (time.compareTo(longAgo) > 0) {
                kept.add(generation);
            }
        });
        try (var children = Files.newDirectoryStream(generations)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                String generation = name.endsWith(MANIFEST) ? name.substring(0, name.lastIndexOf('.')) : name;
                if (!name.equals(LOCK) && !kept.contains(generation)) {
                    Trees.delete(child);
                }
            }
        }
    }

    private Map<String, FileTime> othersWithTimes(String shown) throws IOException {
        Map<String, FileTime> others = new TreeMap<>();
        try (var manifests = Files.newDirectoryStream(generations, "*" + MANIFEST)) {
            for (Path manifest : manifests) {
                String name = manifest.getFileName().toString();
                String generation = name.substring(0, name.lastIndexOf('.'));
                if (!generation.equals(shown)) {
                    others.put(generation, Files.getLastModifiedTime(manifest));
                }
            }
        }
        return others;
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
        return generations.resolve(hash + MANIFEST);
    }

    /** Why nothing was written. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
