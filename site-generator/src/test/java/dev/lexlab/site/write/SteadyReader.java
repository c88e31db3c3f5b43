package dev.lexlab.site.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole site again and again, as a server or a copying program does that follows the link once and then reads
 * file after file. Every pass must meet all files of one version.
 */
final class SteadyReader implements AutoCloseable {
    /** Between two passes, so that the builds get on; in nanoseconds. */
    private static final long BREATH = 1_000_000;

    private final Versions versions;
    private final AtomicInteger passes = new AtomicInteger();
    private final AtomicReference<@Nullable String> fault = new AtomicReference<>();
    private final Thread thread = new Thread(this::readOn, "reader");

    SteadyReader(Versions versions) {
        this.versions = versions;
        thread.start();
    }

    /** What it met that it should not have met. */
    Optional<String> fault() {
        return Optional.ofNullable(fault.get());
    }

    /** Whole sites that it has read. */
    int passes() {
        return passes.get();
    }

    private void readOn() {
        while (!Thread.currentThread().isInterrupted() && fault.get() == null) {
            try {
                readAll();
                passes.incrementAndGet();
                LockSupport.parkNanos(BREATH);
            } catch (IOException e) {
                fault.set("could not read " + e);
            }
        }
    }

    private void readAll() throws IOException {
        Path root = versions.out().toRealPath();
        String generation = root.getFileName().toString();
        Map<String, byte[]> expected = versions.generations().entrySet().stream()
                .filter(entry -> entry.getValue().equals(generation))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(versions::site)
                .orElseThrow(() -> new IOException("a generation of no version: " + generation));
        for (Map.Entry<String, byte[]> file : expected.entrySet()) {
            if (!Arrays.equals(Files.readAllBytes(root.resolve(file.getKey())), file.getValue())) {
                throw new IOException(file.getKey() + " is another version's");
            }
        }
        Files.readAllBytes(versions.out().resolve("index.html"));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it ends with the next file it reads
        }
    }
}
