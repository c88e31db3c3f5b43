package dev.lexlab.site.bench;

import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A folder that is nobody's, and the processes that work in it. Closing ends them and takes it away. */
final class Workplace implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Path folder;
    private final boolean keep;
    private final Set<Process> running = new LinkedHashSet<>();

    private Workplace(Path folder, boolean keep) {
        this.folder = folder;
        this.keep = keep;
    }

    /** @param keep whether the folder stays */
    static Workplace make(boolean keep) throws IOException {
        return new Workplace(Files.createTempDirectory("lexlab-bench-").toRealPath(), keep);
    }

    Path folder() {
        return folder;
    }

    /** Starts a process that lives no longer than this. */
    Process start(ProcessBuilder builder) throws CannotMeasure {
        try {
            Process process = builder.start();
            running.add(process);
            return process;
        } catch (IOException e) {
            throw new CannotMeasure(
                    "'" + builder.command().get(0) + "' cannot be started here (" + e.getMessage() + ")");
        }
    }

    /** Ends a process with all that it started, politely at first. */
    void end(Process process) {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        running.remove(process);
    }

    @Override
    public void close() throws IOException {
        List.copyOf(running).forEach(this::end);
        if (!keep) {
            Trees.delete(folder);
        }
    }
}
