package dev.lexlab.lab.files;

import dev.lexlab.lab.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Writes one generation; a file that the one before holds with the same bytes is linked to, not written again. */
final class GenerationWriter {
    private final Optional<Path> before;
    private final Path folder;

    GenerationWriter(Optional<Path> before, Path folder) {
        this.before = before;
        this.folder = folder;
    }

    void write(SortedMap<String, Supplier<byte[]>> files) throws IOException {
        SortedMap<Path, List<String>> byFolder = new TreeMap<>(Map.of(folder, new ArrayList<>()));
        for (String path : files.keySet()) {
            Path file = folder.resolve(path).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("'" + path + "' leaves the folder that is being written");
            }
            byFolder.computeIfAbsent(file.resolveSibling(""), any -> new ArrayList<>())
                    .add(path);
        }
        for (Path each : byFolder.keySet()) {
            Files.createDirectories(each);
        }
        try {
            // Folder by folder: two who make files in the same one wait for each other all the time.
            List<Integer> unused = Parallel.map(List.copyOf(byFolder.values()), paths -> written(paths, files));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private int written(List<String> paths, SortedMap<String, Supplier<byte[]>> files) {
        try {
            for (String path : paths) {
                byte[] bytes = files.getOrDefault(path, () -> new byte[0]).get();
                Path file = folder.resolve(path).normalize();
                if (!linked(path, bytes, file)) {
                    Files.write(file, bytes);
                }
            }
            return paths.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean linked(String path, byte[] bytes, Path file) {
        if (before.isEmpty()) {
            return false;
        }
        Path old = before.get().resolve(path);
        try {
            if (Files.isRegularFile(old)
                    && Files.size(old) == bytes.length
                    && Arrays.equals(Files.readAllBytes(old), bytes)) {
                Files.createLink(file, old);
                return true;
            }
        } catch (IOException | UnsupportedOperationException e) {
            return false; // a file system without hard links: then it is written like any other
        }
        return false;
    }
}
