package dev.lexlab.check.cli;

import dev.lexlab.check.environment.Trace;
import dev.lexlab.lab.console.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a command works with.
 *
 * @param here the folder it was typed in
 * @param home the course the launcher belongs to, for whoever works somewhere else
 */
record Context(Console console, Map<String, String> environment, Path here, Optional<Path> home) {

    /** Where the time goes, for whoever sets LEXLAB_DEBUG. */
    Trace trace() {
        if (!isDebugging()) {
            return step -> {};
        }
        long start = ProcessHandle.current()
                .info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElseGet(System::currentTimeMillis);
        return step -> console.note("%6d ms  %s".formatted(System.currentTimeMillis() - start, step));
    }

    boolean isDebugging() {
        return "1".equals(environment.get("LEXLAB_DEBUG"));
    }
}
