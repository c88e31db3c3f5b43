package dev.lexlab.site.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.files.Trees;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs commands to their end, and says what they took.
 *
 * <p>Java cannot ask what an ended process used of the processors. The shell can: {@code times} of POSIX tells it for the
 * children that it waited for, and theirs, as the kernel counted it, in steps of 10 ms where the shell is dash. So each command
 * is started by a shell that waits for it; the two or three milliseconds of that are in the time on the clock, for all alike.
 */
final class Stopwatch {
    private static final String SCRIPT = "figures=$1; shift; \"$@\"; code=$?; times >\"$figures\"; exit $code";
    private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+)[.,](\\d+)s");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(30);
    private static final long BETWEEN_LOOKS_MILLIS = 20;
    private static final double NANOS = 1e9;
    private static final int SECONDS = 60;

    private final Workplace workplace;

    Stopwatch(Workplace workplace) {
        this.workplace = workplace;
    }

    /**
     * Runs one.
     *
     * @throws CannotMeasure where it does not start, or ends with anything but 0
     */
    Took run(List<String> command) throws CannotMeasure, IOException, InterruptedException {
        Path said = workplace.folder().resolve("said");
        Path figures = workplace.folder().resolve("figures");
        Trees.delete(figures);
        List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh", figures.toString()));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(workplace.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        long began = System.nanoTime();
        Process process = workplace.start(builder);
        try {
            Memory memory = new Memory(process.toHandle());
            while (!process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                memory.look();
                if (System.nanoTime() - began > PATIENCE) {
                    throw new CannotMeasure("'" + String.join(" ", command) + "' did not end within "
                            + TimeUnit.NANOSECONDS.toMinutes(PATIENCE) + " min");
                }
            }
            double seconds = (System.nanoTime() - began) / NANOS;
            String text = Files.readString(said, UTF_8);
            if (process.exitValue() != 0) {
                throw new CannotMeasure("'" + String.join(" ", command) + "' ended with " + process.exitValue() + ": "
                        + lastLine(text));
            }
            return new Took(seconds, cpuSeconds(Files.readString(figures, UTF_8)), memory.most(), text);
        } finally {
            workplace.end(process);
        }
    }

    /**
     * Of the shell's children.
     *
     * @param times two lines, the shell's own and its children's, each of user and system: {@code 0m1.500000s 0m0.250000s}
     */
    static double cpuSeconds(String times) throws CannotMeasure {
        List<String> lines = times.lines().toList();
        Matcher time = TIME.matcher(lines.size() == 2 ? lines.get(1) : "");
        double sum = 0;
        int found = 0;
        while (time.find()) {
            found++;
            sum += Integer.parseInt(time.group(1)) * SECONDS + Double.parseDouble(time.group(2) + "." + time.group(3));
        }
        if (found != 2) {
            throw new CannotMeasure("the shell's 'times' says nothing we understand: '" + times.strip() + "'");
        }
        return sum;
    }

    static String lastLine(String said) {
        List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
    }
}
