package dev.lexlab.check.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What mends a machine, by the words in which engines, kernels and servers tell what is wrong with it: they have no numbers for
 * most of it. Sources: errno(3), https://man7.org/linux/man-pages/man3/errno.3.html, and what Docker 20 to 28 were seen to say.
 */
final class Remedies {
    static final String SILENT_ENGINE = "the container engine does not answer";
    static final String FULL_DISK = "no space left on device";
    /** Of a container, as we tell it. */
    static final String OWN_LIMIT = "mb of memory";

    static final String DOCTOR = "./lexlab doctor";

    private static final String MEMORY =
            "end other programs, or give the container engine more memory; then check again";
    private static final String HANDLES = "end other programs; then check again";
    private static final String PORT = "check again: another port is taken then";

    private static final Map<String, String> OF = Map.of(
            FULL_DISK,
            "free some disk space (docker system df shows what the container engine takes); then check again",
            "cannot allocate memory",
            MEMORY,
            OWN_LIMIT,
            "check again: it gets a new server; where that ends alike, something in your work needs more memory than that",
            "resource temporarily unavailable",
            HANDLES,
            "too many open files",
            HANDLES,
            "port is already allocated",
            PORT,
            "address already in use",
            PORT,
            "no such image",
            "./lexlab setup",
            "unknown parent image",
            "check again: another program (docker system prune?) took away what was being built",
            SILENT_ENGINE,
            DOCTOR);

    private Remedies() {}

    /** The one for these words; empty where they tell of nothing that is the machine's. */
    static Optional<String> of(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return OF.entrySet().stream()
                .filter(known -> lower.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .sorted() // the same one in every run, where there are two
                .findFirst();
    }
}
