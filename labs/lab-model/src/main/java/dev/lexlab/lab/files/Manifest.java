package dev.lexlab.lab.files;

import dev.lexlab.lab.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a generation and their hashes, sorted by path.
 *
 * @param inputs what the files were made from
 */
record Manifest(String inputs, SortedMap<String, String> hashes) {
    private static final String INPUTS = "inputs ";
    private static final int HASH_LENGTH = 32;

    Manifest {
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
    }

    static Manifest of(String inputs, SortedMap<String, byte[]> files) {
        List<Map.Entry<String, byte[]>> all = List.copyOf(files.entrySet());
        List<String> hashed = Parallel.map(all, file -> sum(file.getValue()));
        SortedMap<String, String> hashes = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            hashes.put(all.get(i).getKey(), hashed.get(i));
        }
        return new Manifest(inputs, hashes);
    }

    /** Empty where there is none or it is not one of ours. */
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
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.length() < HASH_LENGTH + 3) {
                return Optional.empty();
            }
            hashes.put(line.substring(HASH_LENGTH + 2), line.substring(0, HASH_LENGTH));
        }
        return Optional.of(new Manifest(lines.get(0).substring(INPUTS.length()), hashes));
    }

    /** Of the files alone: the same files are the same generation, whatever they were made from. */
    String hash() {
        return Hashes.of(lines());
    }

    /** Whether the folder holds these files as they were written; more files than these do not matter. */
    boolean describes(Path folder) {
        return Files.isDirectory(folder)
                && List.copyOf(hashes.entrySet()).parallelStream()
                        .allMatch(file -> holds(folder.resolve(file.getKey()), file.getValue()));
    }

    private static boolean holds(Path file, String hash) {
        try {
            return sum(Files.readAllBytes(file)).equals(hash);
        } catch (IOException e) {
            return false; // missing or unreadable: then it is to be made anew
        }
    }

    /**
     * Of one file. MD5 is enough to tell files apart that nobody forged, and takes a third of the time: hashing whole sites
     * was a tenth of building them.
     */
    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    void writeTo(Path file) throws IOException {
        WholeFile.write(file, INPUTS + inputs + '\n' + lines());
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(
                (path, hash) -> lines.append(hash).append("  ").append(path).append('\n'));
        return lines.toString();
    }
}
