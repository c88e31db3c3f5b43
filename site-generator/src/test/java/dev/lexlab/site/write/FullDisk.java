package dev.lexlab.site.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;

/**
 * Builds on a disk that has no room for them. A program, because it runs where the small disk is mounted, and nobody else
 * sees that. Prints how many rounds left the site whole.
 */
final class FullDisk {
    private static final int BLOCK = 4096;

    private final Versions versions;
    private final Shown shown;
    private final Path disk;
    private final Path logs;
    private final Random random;

    private FullDisk(Versions versions, Path disk, Path logs, Random random) {
        this.versions = versions;
        this.shown = new Shown(versions);
        this.disk = disk;
        this.logs = logs;
        this.random = random;
    }

    /**
     * Arguments: the disk's folder, a folder elsewhere, a number of rounds, a seed.
     */
    public static void main(String[] arguments) throws Exception {
        Path disk = Path.of(arguments[0]);
        Path aside = Path.of(arguments[1]);
        FullDisk rounds = new FullDisk(
                Versions.begin(disk.resolve("course"), aside), disk, aside, new Random(Long.parseLong(arguments[3])));
        int number = Integer.parseInt(arguments[2]);
        String before = rounds.buildsWithRoom(Versions.NAMES.get(0));
        for (int round = 0; round < number; round++) {
            before = rounds.round(before);
        }
        System.out.println(number);
    }

    /** Returns the version that is shown then. */
    private String round(String before) throws IOException, InterruptedException {
        String showing = before;
        long needed = needed(before);
        while (true) {
            String version = Versions.NAMES.get((Versions.NAMES.indexOf(showing) + 1) % Versions.NAMES.size());
            shown.age();
            leave((long) (random.nextDouble() * needed));
            Build build = Build.start(
                    versions, version, logs, random.nextBoolean() ? new String[] {"--clean"} : new String[0]);
            int exit = build.exit();
            if (exit == 0) {
                // It needed less than we thought: another one gets less room.
                showing = version;
                needed = needed / 2;
                Files.delete(filler());
                continue;
            }
            require(exit == 3, "exit " + exit, build);
            require(build.text().contains("no room left on the disk that holds '" + disk), "no place", build);
            require(build.text().contains("then try again"), "nothing to do", build);
            require(!build.text().contains("\tat ") && !build.text().contains("Exception"), "a trace", build);
            require(shown.version().equals(showing), "another site", build);
            Files.delete(filler());
            return buildsWithRoom(version);
        }
    }

    private String buildsWithRoom(String version) throws IOException, InterruptedException {
        if (Files.exists(versions.out())) {
            shown.age();
        }
        Build build = Build.start(versions, version, logs);
        require(build.exit() == 0, "no success with room", build);
        require(shown.version().equals(version), "not the new site", build);
        List<String> leftovers = shown.leftovers();
        require(leftovers.isEmpty(), "leftovers: " + leftovers, build);
        return version;
    }

    private static void require(boolean condition, String otherwise, Build build) throws IOException {
        if (!condition) {
            throw new IllegalStateException(otherwise + "; the build said: " + build.text());
        }
    }

    /** About what the next version takes: the files that differ, by whole blocks. */
    private long needed(String before) {
        SortedMap<String, byte[]> old = versions.site(before);
        String next = Versions.NAMES.get((Versions.NAMES.indexOf(before) + 1) % Versions.NAMES.size());
        long bytes = 0;
        for (var file : versions.site(next).entrySet()) {
            if (!Arrays.equals(file.getValue(), old.get(file.getKey()))) {
                bytes += (file.getValue().length / BLOCK + 1) * (long) BLOCK;
            }
        }
        return bytes;
    }

    private Path filler() {
        return disk.resolve("filler");
    }

    /** Fills the disk until no more than so many bytes are free. */
    private void leave(long free) throws IOException {
        long excess = Files.getFileStore(disk).getUsableSpace() - free;
        try (OutputStream out = Files.newOutputStream(filler())) {
            for (long written = 0; written < excess; written += BLOCK) {
                out.write(new byte[(int) Math.min(BLOCK, excess - written)]);
            }
        }
    }
}
