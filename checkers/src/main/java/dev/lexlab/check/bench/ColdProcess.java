package dev.lexlab.check.bench;

import dev.lexlab.lab.files.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A command as somebody types it: a process from its start to its end. */
final class ColdProcess {
    /** The first run of a launcher builds it, and downloads libraries for that. */
    private static final long PATIENCE_MINUTES = 15;
    /** Where a CI service gathers summaries: those of a measurement are none of its business. */
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    private static final String FAULT = "[ERROR] ";
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * Runs nothing yet.
     *
     * @param folder in which commands are typed
     */
    ColdProcess(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        this.environment.remove(SUMMARY);
    }

    /** The same with one variable more. */
    ColdProcess with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new ColdProcess(folder, more);
    }

    /**
     * How long it takes until it has ended.
     *
     * @throws CannotMeasure where it could not be started, or ends with anything but 0
     */
    double run(List<String> command, String remedy) throws CannotMeasure, IOException, InterruptedException {
        Path said = Files.createTempFile("lexlab-bench-", ".log");
        try {
            Clock clock = new Clock();
            int code = exit(command, said);
            double time = clock.milliseconds();
            if (code != 0) {
                throw new CannotMeasure(
                        "'" + String.join(" ", command) + "' ended with " + code + ": "
                                + essence(Files.readString(said, StandardCharsets.UTF_8)),
                        remedy);
            }
            return time;
        } finally {
            Trees.delete(said);
        }
    }

    /** What it answers, and with which code it ends. */
    Answer ask(List<String> command) throws CannotMeasure, IOException, InterruptedException {
        Path said = Files.createTempFile("lexlab-bench-", ".log");
        try {
            int code = exit(command, said);
            return new Answer(
                    code, Files.readString(said, StandardCharsets.UTF_8).strip());
        } finally {
            Trees.delete(said);
        }
    }

    private int exit(List<String> command, Path said) throws CannotMeasure, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new CannotMeasure(
                    "'" + command.get(0) + "' cannot be started here", "put it on the PATH, or make it executable");
        }
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new CannotMeasure(
                        "'" + String.join(" ", command) + "' did not end within " + PATIENCE_MINUTES + " min", "");
            }
            return process.exitValue();
        } finally {
            process.destroy(); // whoever interrupts us wants that no more, either
        }
    }

    /** The line that matters: the first that says it is a fault, or the last one. */
    static String essence(String said) {
        List<String> lines = said.lines()
                .map(line -> COLOUR.matcher(line).replaceAll("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.stream()
                .filter(line -> line.startsWith(FAULT))
                .findFirst()
                .map(line -> line.substring(FAULT.length()))
                .orElse(lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1));
    }

    /** Both streams, in order. */
    record Answer(int code, String said) {}
}
