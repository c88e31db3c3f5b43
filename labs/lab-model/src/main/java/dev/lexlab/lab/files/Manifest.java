package dev.lexlab.lab.files;

import dev.lexlab.lab.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * The files of a generation and their sums, sorted by path.
 *
 * @param inputs what the files were made from
 */
record Manifest(String inputs, SortedMap<String, String> sums) {
    private static final String INPUTS = "inputs ";
    /** Digits in the sum of a file. */
    private static final int SUM_LENGTH = 24;
    /** Between a sum and its path. */
    private static final String SPACE = "  ";

    private static final HexFormat HEX = HexFormat.of();

    Manifest {
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    }

    static Manifest of(String inputs, SortedMap<String, Supplier<byte[]>> files) {
        List<Map.Entry<String, Supplier<byte[]>>> all = List.copyOf(files.entrySet());
        List<String> summed = Parallel.map(all, file -> sum(file.getValue().get()));
        SortedMap<String, String> sums = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            sums.put(all.get(i).getKey(), summed.get(i));
        }
        return new Manifest(inputs, sums);
    }

    /** Empty where there is none or it is not one of ours, as those are that an older Lexlab wrote. */
    static Optional<Manifest> read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.get(0).startsWith(INPUTS)) {
            return Optional.empty();
        }
        SortedMap<String, String> sums = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int path = SUM_LENGTH + SPACE.length();
            if (line.length() <= path || !line.startsWith(SPACE, SUM_LENGTH)) {
                return Optional.empty();
            }
            sums.put(line.substring(path), line.substring(0, SUM_LENGTH));
        }
        return Optional.of(new Manifest(lines.get(0).substring(INPUTS.length()), sums));
    }

    /** Of the files alone: the same files are the same generation, whatever they were made from. */
    String hash() {
        return Hashes.of(lines());
    }

    /** Whether the folder holds these files as they were written; more files than these do not matter. */
    boolean describes(Path folder) {
        return Files.isDirectory(folder)
                && List.copyOf(sums.entrySet()).parallelStream()
                        .allMatch(file -> holds(folder.resolve(file.getKey()), file.getValue()));
    }

    private static boolean holds(Path file, String sum) {
        try {
            return sum(Files.readAllBytes(file)).equals(sum);
        } catch (IOException e) {
            return false; // missing or unreadable: then it is to be made anew
        }
    }

    /**
     * Of one file: two checksums and its length, eight digits each. Their 64 bits are enough to tell files apart that nobody forged. A
     * build is over before the JVM's better compiler begins, and the plain one (C1) has instructions of the processor's for these two
     * and none for MD5, which took a fortieth of a build.
     */
    private static String sum(byte[] bytes) {
        return HEX.toHexDigits(checksum(new CRC32(), bytes))
                + HEX.toHexDigits(checksum(new CRC32C(), bytes))
                + HEX.toHexDigits(bytes.length);
    }

    private static int checksum(Checksum checksum, byte[] bytes) {
        checksum.update(bytes, 0, bytes.length);
        return (int) checksum.getValue();
    }

    void writeTo(Path file) throws IOException {
        WholeFile.write(file, INPUTS + inputs + '\n' + lines());
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        sums.forEach((path, sum) -> lines.append(sum).append(SPACE).append(path).append('\n'));
        return lines.toString();
    }
}
