package dev.lexlab.lab.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Writes one generation; a file that the one before holds with the same bytes is linked to, not written again. */
final class GenerationWriter {
    private final Optional<Path> before;
    private final Path folder;

    GenerationWriter(Optional<Path> before, Path folder) {
        this.before = before;
        this.folder = folder;
    }

    void write(SortedMap<String, byte[]> files, Manifest manifest) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            Path file = folder.resolve(entry.getKey()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("'" + entry.getKey() + "' leaves the folder that is being written");
            }
            Files.createDirectories(file.getParent());
            String hash = manifest.hashes().getOrDefault(entry.getKey(), "");
            if (!linked(entry.getKey(), hash, file)) {
                Files.write(file, entry.getValue());
            }
        }
    }

    private boolean linked(String path, String hash, Path file) {
        if (before.isEmpty()) {
            return false;
        }
        Path old = before.get().resolve(path);
        try {
            if (Files.isRegularFile(old) && Hashes.of(Files.readAllBytes(old)).equals(hash)) {
                Files.createLink(file, old);
                return true;
            }
        } catch (IOException | UnsupportedOperationException e) {
            return false; // a file system without hard links: then it is written like any other
        }
        return false;
    }
}
