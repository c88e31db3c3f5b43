package dev.lexlab.check.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The first process of a server, found by the file that it keeps in its data folder. */
record Postmaster(ProcessHandle process, Path data) {
    private static final String FILE = "postmaster.pid";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /** Empty where it no longer runs; a number that meanwhile belongs to somebody else's process is none of ours. */
    static Optional<Postmaster> of(Path data) {
        Path file = data.resolve(FILE);
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                            .map(process -> new Postmaster(process, data))
                            .filter(Postmaster::isRunning);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // it is not running, or not yet
        }
    }

    /** One that is dead but not buried yet has no arguments. */
    boolean isRunning() {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(argument -> argument.equals(data.toString()));
    }

    /** First the polite way, which waits for nobody here: the clients of a dead process are gone. */
    void end() {
        process.destroy();
        if (!isGoneSoon()) {
            process.destroyForcibly(); // its other processes notice, and end
            isGoneSoon();
        }
    }

    private boolean isGoneSoon() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isRunning()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }
}
