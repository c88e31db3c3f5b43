package dev.lexlab.site.markup;

import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.files.NoRoom;
import dev.lexlab.lab.files.Trees;
import dev.lexlab.lab.files.WholeFile;
import dev.lexlab.site.scan.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fragments by what they were made from: the text with its includes, the places of its lines, and the generator. Many share a file,
 * for to make and to open one takes longer than to fill it.
 */
final class FragmentCache {
    /** Sources come and go while somebody writes; beyond this, fragments that this run did not use are dropped. */
    private static final int MOST_KEPT = 2000;

    /** What a build that is killed loses, at most, in time; a page that is converted quickly is soon converted again. */
    private static final Duration LONGEST_UNWRITTEN = Duration.ofSeconds(1);

    /** And in bytes, which are memory that the build lacks until they are written. */
    private static final int MOST_UNWRITTEN = 2 << 20;

    private static final String FORGOTTEN = "forgotten";

    /** Folders of the form before, in which each fragment had a file of its own. */
    private static final Pattern OF_SINGLE_FILES = Pattern.compile("[0-9a-f]{2}");

    private final Path folder;
    private final String generator;
    private final LongSupplier clock;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private List<Pack.Fresh> fresh = new ArrayList<>();
    private long freshBytes;
    private long oldestFresh;
    private @Nullable Packs packs;

    /** @param clock milliseconds since any moment */
    FragmentCache(Path folder, String generator, LongSupplier clock) {
        this.folder = folder;
        this.generator = generator;
        this.clock = clock;
    }

    /** Moved away before it is deleted: another run may be writing there. What a killed run moved away goes, too. */
    void forget() throws IOException {
        forgetWhatIsKnown();
        if (Files.isDirectory(folder)) {
            Path away = Files.createTempDirectory(folder.resolveSibling(""), FORGOTTEN);
            try {
                Files.move(folder, away.resolve("cache"), StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException e) {
                Files.deleteIfExists(away); // another run was quicker: then it is forgotten
            }
        }
        deleteForgotten();
    }

    private synchronized void forgetWhatIsKnown() {
        List<Pack.Fresh> unused = takeFresh();
        if (packs != null) {
            packs.close();
        }
        packs = null;
    }

    /** What killed runs moved away. */
    void deleteForgotten() throws IOException {
        try (var forgotten = Files.newDirectoryStream(folder.resolveSibling(""), FORGOTTEN + "*")) {
            for (Path away : forgotten) {
                deleteWhatIsLeft(away);
            }
        } catch (NoSuchFileException e) {
            return; // no build has ever kept anything
        }
    }

    /** Another run may be at the same folder, or have begun to write into it just before it was moved. */
    private static void deleteWhatIsLeft(Path away) throws IOException {
        try {
            Trees.delete(away);
        } catch (NoSuchFileException | DirectoryNotEmptyException e) {
            return; // what is left is the other run's to delete, or the next one's
        }
    }

    /** @param key see {@link #key} */
    Optional<Fragment> find(String key) {
        Packs in = packs();
        Optional<byte[]> kept = in.find(key);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try {
            Fragment fragment = FragmentBytes.read(kept.get());
            used.add(key);
            return Optional.of(fragment);
        } catch (IOException e) {
            in.drop(key); // its sum is right, so somebody else wrote it
            return Optional.empty();
        }
    }

    /** To be called when all were looked for that are needed now. */
    void rest() {
        packs().close();
    }

    /** Keeps it, on the disk within some seconds or with {@link #write}. */
    void keep(String key, Fragment fragment) {
        Pack.Fresh piece = new Pack.Fresh(key, FragmentBytes.of(fragment));
        used.add(piece.key());
        if (!piece.isTooLong() && isTimeToWrite(piece)) {
            write();
        }
    }

    private synchronized boolean isTimeToWrite(Pack.Fresh piece) {
        long now = clock.getAsLong();
        if (fresh.isEmpty()) {
            oldestFresh = now;
        }
        fresh.add(piece);
        freshBytes += piece.length();
        return freshBytes > MOST_UNWRITTEN || Math.abs(now - oldestFresh) > LONGEST_UNWRITTEN.toMillis();
    }

    private synchronized List<Pack.Fresh> takeFresh() {
        List<Pack.Fresh> taken = fresh;
        fresh = new ArrayList<>();
        freshBytes = 0;
        return taken;
    }

    /** Writes what was kept since it was last called. */
    void write() {
        List<Pack.Fresh> taken = takeFresh();
        if (taken.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            packs().write(taken);
        } catch (NoSuchFileException e) {
            return; // another run has just forgotten or tidied the cache: then they are not kept
        } catch (FileAlreadyExistsException e) {
            if (Files.isRegularFile(folder)) {
                throw new UncheckedIOException("cannot write the cache in " + folder, e);
            }
            return; // the folder was there, and a moment later another run had forgotten it
        } catch (NoRoom e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the cache in " + folder, e);
        }
    }

    /**
     * Deletes what killed runs left half-written, and too many fragments. Half-written packs may be another run's that is at it
     * just now; that costs it some conversions and nothing else.
     */
    void sweep() {
        try {
            deleteForgotten();
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(WholeFile.PARTIAL)
                            || OF_SINGLE_FILES.matcher(name).matches()) {
                        deleteWhatIsLeft(file);
                    }
                }
            }
            packs().tidy(used, MOST_KEPT);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return; // nothing was kept, or another run has just forgotten it
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy the cache in " + folder, e);
        }
    }

    /** The part of it that each save may ask for, where it is due. */
    void tidy() {
        try {
            if (packs().areUntidy()) {
                packs().tidy(used, MOST_KEPT);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy the cache in " + folder, e);
        }
    }

    private synchronized Packs packs() {
        Packs known = packs == null ? Packs.in(folder) : packs;
        packs = known;
        return known;
    }

    /** What a text's fragment is found and kept under. */
    String key(SourceText source) {
        return Hashes.of(generator + '\n' + source.markup() + '\n' + source.hash());
    }
}
