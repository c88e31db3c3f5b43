package dev.lexlab.site.markup;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All the packs of a folder as they were when it was read, and those written since. What other runs do there meanwhile costs this one
 * pieces that it does not find, and nothing else.
 */
final class Packs {
    /** Each save of somebody who writes adds one; beyond this, they are put together. */
    private static final int MOST_PACKS = 16;

    /** Large ones are not written again only because small ones have come. */
    private static final int LEFT_ALONE = 4;

    private final Path folder;
    private final List<Pack> packs = new ArrayList<>();
    private final Map<String, Pack.Entry> entries = new HashMap<>();

    private Packs(Path folder) {
        this.folder = folder;
    }

    /** Reads the tables; none where there is no folder, or one that cannot be read. */
    static Packs in(Path folder) {
        Packs all = new Packs(folder);
        try (var files = Files.newDirectoryStream(folder, "*" + Pack.ENDING)) {
            files.forEach(file -> all.add(Pack.open(file)));
        } catch (IOException | DirectoryIteratorException e) {
            return all;
        }
        return all;
    }

    private synchronized void add(Pack pack) {
        packs.add(pack);
        pack.entries().forEach(entry -> entries.put(entry.key(), entry));
    }

    /** The bytes of a piece; what cannot be read is as if it were not there. */
    Optional<byte[]> find(String key) {
        Optional<Pack.Entry> entry = entry(key);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(entry.get().wholeBytes());
        } catch (IOException e) {
            drop(key);
            return Optional.empty();
        }
    }

    private synchronized Optional<Pack.Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** For a piece that is not what was kept. */
    synchronized void drop(String key) {
        Pack.Entry dropped = entries.remove(key);
        if (dropped != null) {
            dropped.pack().foundDamaged();
        }
    }

    /** Keeps pieces, in a pack of their own. */
    void write(List<? extends Pack.Piece> pieces) throws IOException {
        add(Pack.write(folder, pieces));
    }

    /** Lets go of the files; who needs one opens it again. */
    synchronized void close() {
        packs.forEach(Pack::close);
    }

    synchronized boolean areUntidy() {
        return packs.size() > MOST_PACKS || packs.stream().anyMatch(Pack::isDamaged);
    }

    /**
     * Puts small packs together where there are many, and writes anew what is damaged or for the larger part out of use. The new one
     * is there before the old ones go.
     *
     * @param mostKept beyond this, pieces that are not used are dropped
     */
    synchronized void tidy(Set<String> used, int mostKept) throws IOException {
        boolean onlyUsed = entries.size() > mostKept;
        List<Pack> good = new ArrayList<>();
        List<Pack> replaced = new ArrayList<>();
        Map<Pack, List<Pack.Entry>> worth = new HashMap<>();
        for (Pack pack : packs) {
            List<Pack.Entry> ofPack = pack.entries().stream()
                    .filter(entry -> isCurrent(entry) && (!onlyUsed || used.contains(entry.key())))
                    .toList();
            worth.put(pack, ofPack);
            boolean isWorthIt = ofPack.size() * 2 >= pack.entries().size() && !pack.isDamaged();
            (isWorthIt ? good : replaced).add(pack);
        }
        if (good.size() > MOST_PACKS) {
            good.sort(comparingInt((Pack pack) -> pack.entries().size()).reversed());
            replaced.addAll(good.subList(LEFT_ALONE, good.size()));
        }
        List<Pack.Entry> pieces = new ArrayList<>();
        for (Pack pack : replaced) {
            if (pack.isThere()) {
                pieces.addAll(worth.getOrDefault(pack, List.of()));
            }
        }
        try {
            if (!pieces.isEmpty()) {
                write(pieces);
            }
        } catch (IOException e) {
            close();
            return; // no room, or another run forgot the cache: nothing is lost by it, and a later run tidies
        }
        for (Pack pack : replaced) {
            remove(pack);
        }
    }

    /** Whether this is the one that is found: two runs may have kept the same. */
    private boolean isCurrent(Pack.Entry entry) {
        Pack.Entry current = entries.get(entry.key());
        return current != null && current.pack().equals(entry.pack());
    }

    private void remove(Pack pack) throws IOException {
        packs.remove(pack);
        for (Pack.Entry entry : pack.entries()) {
            if (isCurrent(entry)) {
                entries.remove(entry.key());
            }
        }
        pack.delete();
    }
}
