package dev.lexlab.check.prove;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.OptionalLong;
import java.util.Properties;

/** What was proven, a small file for each case, under the course's state folder. Losing it costs time and nothing else. */
final class ProofCache {
    private final Path folder;

    ProofCache(Path folder) {
        this.folder = folder;
    }

    /** How many milliseconds the proof took, where it is one of exactly this. */
    OptionalLong proven(Case one, String key) {
        try {
            Properties kept = new Properties();
            kept.load(new StringReader(Files.readString(file(one))));
            return key.equals(kept.getProperty("key"))
                    ? OptionalLong.of(Long.parseLong(kept.getProperty("milliseconds")))
                    : OptionalLong.empty();
        } catch (IOException | IllegalArgumentException e) {
            return OptionalLong.empty(); // none, or none that we can read: it is proven again
        }
    }

    /** When it was proven last, whatever has changed since; the beginning of time where it never was. */
    FileTime latest(Case one) {
        try {
            return Files.getLastModifiedTime(file(one));
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    void keep(Case one, String key, long milliseconds) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("key", key);
        kept.setProperty("milliseconds", String.valueOf(milliseconds));
        StringWriter text = new StringWriter();
        kept.store(text, null);
        Path file = file(one);
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), ".proof", "");
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(Case one) {
        return folder.resolve(one.lab().id())
                .resolve(one.task().id())
                .resolve(
                        one.fixture().name().replace(' ', '-') + (one.isEmbedded() ? ".embedded" : "") + ".properties");
    }
}
