package dev.lexlab.check.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The first process of a server, found by the file that it keeps in its data folder. */
record Postmaster(ProcessHandle process) {
    private static final String FILE = "postmaster.pid";
    private static final int PATIENCE_SECONDS = 5;

    /** Empty where it no longer runs; a number that meanwhile belongs to somebody else's process is none of ours. */
    static Optional<Postmaster> of(Path data) {
        Path file = data.resolve(FILE);
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                            .filter(process -> serves(process, data))
                            .map(Postmaster::new);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // it is not running, or not yet
        }
    }

    private static boolean serves(ProcessHandle process, Path data) {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(argument -> argument.equals(data.toString()));
    }

    /** First the polite way, which waits for nobody here: the clients of a dead process are gone. */
    void end() {
        process.destroy();
        boolean ended = process.onExit()
                .thenApply(gone -> true)
                .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (!ended) {
            process.destroyForcibly(); // its other processes notice, and end
            process.onExit()
                    .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }
}
