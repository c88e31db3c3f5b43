package dev.lexlab.site.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code lexlab site} on a version, as a process of its own.
 *
 * @param said takes both of its streams
 */
record Build(Process process, Path said) {
    /** What {@code waitFor} gives for a process that was ended by SIGKILL. */
    static final int KILLED = 128 + 9;

    private static final long PATIENCE_SECONDS = 120;

    static Build start(Versions versions, String version, Path logs, String... more) throws IOException {
        Path said = Files.createTempFile(logs, version, ".log");
        List<String> command = new ArrayList<>(versions.program().command());
        command.addAll(List.of(
                "--course",
                versions.course().toString(),
                "--content",
                versions.content(version).toString(),
                "--out",
                versions.out().toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new Build(process, said);
    }

    /** Its exit code; a build that does not end, because of a lock for one, is an error. */
    int exit() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a build did not end; it said: " + text());
        }
        return process.exitValue();
    }

    String text() throws IOException {
        return Files.readString(said, UTF_8);
    }
}
