package dev.lexlab.check.cli;

import dev.lexlab.check.environment.Trace;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.text.Sink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

    /** Set by CI services: by nearly all of them, by Azure Pipelines, by TeamCity. */
    private static final List<String> CI = List.of("CI", "TF_BUILD", "TEAMCITY_VERSION");

    /** Where the time goes, for whoever sets LEXLAB_DEBUG. */
    Trace trace() {
        if (!isDebugging()) {
            return step -> {};
        }
        long start = System.currentTimeMillis();
        return step -> console.note("%6d ms  %s".formatted(System.currentTimeMillis() - start, step));
    }

    /** The same, and what holds containers, once: for commands whose words are all our own. */
    Trace openTrace() {
        Trace times = trace();
        return new Trace() {
            @Override
            public void at(String step) {
                times.at(step);
            }

            @Override
            public void held(String controls) {
                console.clearProgress();
                console.note("containers are held, as seen from inside: " + controls);
            }
        };
    }

    /** Where it came from, likewise: never for a learner's eyes. */
    void debug(Throwable failure) {
        if (isDebugging()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            console.note(trace.toString());
        }
    }

    /** What lines on the standard streams end up in: a CI service takes some of them for commands. */
    Sink sink() {
        boolean isLog = CI.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .anyMatch(value -> !value.isEmpty() && !value.equals("false"));
        return isLog ? Sink.CI_LOG : Sink.TERMINAL;
    }

    private boolean isDebugging() {
        return "1".equals(environment.get("LEXLAB_DEBUG"));
    }
}
