package dev.lexlab.check.cli;

import dev.lexlab.check.environment.Trace;
import dev.lexlab.lab.console.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a command works with.
 *
 * @param here the folder it was typed in
 * @param home the course the launcher belongs to, for whoever works somewhere else
 * @param isEnding whether somebody interrupted us: servers go away then, and what follows from that is no news
 * @param in what somebody types
 */
record Context(
        Console console,
        Map<String, String> environment,
        Path here,
        Optional<Path> home,
        BooleanSupplier isEnding,
        InputStream in) {

    /** With nobody who could answer. */
    Context(
            Console console,
            Map<String, String> environment,
            Path here,
            Optional<Path> home,
            BooleanSupplier isEnding) {
        this(console, environment, here, home, isEnding, InputStream.nullInputStream());
    }

    /** Whether somebody at a terminal reads our questions and can answer. */
    boolean isAnswering() {
        String terminals = environment.getOrDefault("LEXLAB_TTY", "");
        return terminals.contains("0") && terminals.contains("2");
    }

    /** Asks; whatever does not begin with a y is a no. */
    boolean agrees(String question) throws IOException {
        console.clearProgress();
        console.note(question + " [y/N]");
        String answer = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    /** Where the time goes, for whoever sets LEXLAB_DEBUG. */
    Trace trace() {
        if (!isDebugging()) {
            return step -> {};
        }
        long start = System.currentTimeMillis();
        return step -> console.note("%6d ms  %s".formatted(System.currentTimeMillis() - start, step));
    }

    /** Where it came from, likewise: never for a learner's eyes. */
    void debug(Throwable failure) {
        if (isDebugging()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            console.note(trace.toString());
        }
    }

    private boolean isDebugging() {
        return "1".equals(environment.get("LEXLAB_DEBUG"));
    }
}
