package dev.lexlab.check.bench;

import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What {@code ./lexlab} does once, so that later starts are quick. */
final class Launcher {
    static final String COMMAND = "./lexlab";

    private static final String MODULE = "checkers";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private Launcher() {}

    /** {@code ./lexlab check} of a lab or a task, with the same random data each time. */
    static List<String> check(String target, String... options) {
        return Stream.concat(Stream.of(COMMAND, "check", target, "--seed", "1"), Stream.of(options))
                .toList();
    }

    /** Waits until no class-data archive is being made in the background: it would take a processor away from us. */
    static void settle(Course home) throws IOException, InterruptedException {
        Path builds = home.state().resolve("launcher").resolve(MODULE);
        long deadline = System.nanoTime() + PATIENCE;
        while (isArchiving(builds) && System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    /** The list of classes lies there for as long as the archive is not whole. */
    static boolean isArchiving(Path builds) throws IOException {
        if (!Files.isDirectory(builds)) {
            return false;
        }
        try (Stream<Path> files = Files.find(
                builds, 2, (path, attributes) -> path.getFileName().toString().contains(".list."))) {
            return files.findAny().isPresent();
        }
    }
}
