package dev.lexlab.site.bench;

import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How Lexlab is started.
 *
 * @param command the launcher, so that flags and archives of classes are those that everybody gets
 * @param builds where the launcher keeps what it built; empty where it is no launcher
 */
record Lexlab(List<String> command, Optional<Path> builds) {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    /** The launcher of an installation. */
    static Lexlab launcherOf(Path home) {
        return new Lexlab(
                List.of(home.resolve("lexlab").toString()),
                Optional.of(home.resolve(".lexlab/launcher/site-generator")));
    }

    /** Builds a course's site into its own folder. */
    List<String> site(Course course) {
        return with(
                "site",
                "--course",
                course.root().toString(),
                "--out",
                site(course.root()).toString());
    }

    /** Serves a course, at any port. */
    List<String> serve(Course course) {
        return with("serve", "--course", course.root().toString(), "--port", "0");
    }

    /** Where {@link #site} shows it. */
    static Path site(Path root) {
        return root.resolve("target/site");
    }

    private List<String> with(String... arguments) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        return words;
    }

    /** Waits until no archive of classes is being made in the background: it would take a processor away from us. */
    void settle() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        while (builds.isPresent() && isArchiving(builds.get()) && System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    /** A list of classes lies there for as long as the archive is not whole. */
    static boolean isArchiving(Path builds) throws IOException {
        if (!Files.isDirectory(builds)) {
            return false;
        }
        try (Stream<Path> files = Files.find(
                builds, 2, (path, found) -> path.getFileName().toString().contains(".list."))) {
            return files.findAny().isPresent();
        }
    }
}
