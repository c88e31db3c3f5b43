package dev.lexlab.check.embedded;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of PostgreSQL's, which speak English and know nothing of whoever called us. */
final class Program {
    private static final int PATIENCE_SECONDS = 120;
    private static final int MOST_LINES = 3;
    private static final String USUAL_PROGRAMS = "/usr/bin" + File.pathSeparator + "/bin";
    /** A folder that every account may be in. */
    private static final Path ANYWHERE = Path.of("/");

    private Program() {}

    static ProcessBuilder builder(Account account, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(account.run(command));
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "") + File.pathSeparator + USUAL_PROGRAMS;
        environment.keySet().removeIf(name -> !name.equalsIgnoreCase("SystemRoot")); // Windows starts nothing without
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        return builder.directory(ANYWHERE.toFile());
    }

    /** Runs one to its end, which must be a good one. */
    static void run(Account account, List<String> command, String input)
            throws EmbeddedFailure, IOException, InterruptedException {
        Process process = builder(account, command).redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        } else if (process.exitValue() == 0) {
            return;
        }
        String name = Path.of(command.get(0)).getFileName().toString();
        throw new EmbeddedFailure("PostgreSQL's '" + name + "' fails on this machine: " + end(said), "./lexlab setup");
    }

    /** The end of what one said, on a line. */
    static String end(String said) {
        List<String> lines =
                said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.isEmpty()
                ? "it said nothing"
                : String.join(" | ", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }
}
