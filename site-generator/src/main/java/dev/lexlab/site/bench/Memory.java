package dev.lexlab.site.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The most memory that the largest process of a family had at once. The kernel notes it itself, for each process ({@code VmHWM}
 * in {@code /proc/<pid>/status}); it is gone with the process, so it is read every few milliseconds: what a process took in the
 * very last of them is missed, and nothing else. Unknown where there is no {@code /proc}.
 */
final class Memory {
    private static final String MOST = "VmHWM:";
    private static final double BYTES_PER_KB = 1024;
    private static final double BYTES_PER_MB = 1_000_000;
    /** To look through all processes of the machine costs more than to read one of them. */
    private static final long BETWEEN_CENSUSES = TimeUnit.MILLISECONDS.toNanos(250);

    private final ProcessHandle first;
    private final Set<Long> family = new HashSet<>();
    private long lastCensus = System.nanoTime();
    private double most;

    Memory(ProcessHandle first) {
        this.first = first;
        family.add(first.pid());
    }

    /** Notes what there is to note now. */
    void look() {
        long now = System.nanoTime();
        if (family.size() == 1 || now - lastCensus >= BETWEEN_CENSUSES) {
            first.descendants().forEach(one -> family.add(one.pid()));
            lastCensus = now;
        }
        for (long pid : family) {
            most = Math.max(most, megabytes(pid));
        }
    }

    /** In megabytes of a million bytes. */
    OptionalDouble most() {
        return most == 0 ? OptionalDouble.empty() : OptionalDouble.of(most);
    }

    private static double megabytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith(MOST)) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KB / BYTES_PER_MB;
                }
            }
            return 0; // it has ended, and somebody has yet to ask how
        } catch (IOException e) {
            return 0; // it is gone
        }
    }
}
