package dev.lexlab.lab.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Standard output for the answer, standard error for progress and faults; the only place that touches either. Colour is used
 * on a terminal that wants it: never with {@code NO_COLOR} or {@code TERM=dumb} (https://no-color.org).
 */
public final class Console {
    private static final Duration LOG_EVERY = Duration.ofMinutes(1);

    private final PrintStream out;
    private final PrintStream err;
    private final boolean colour;
    private final boolean terminal;
    private final LongSupplier clock;
    private final AtomicLong lastProgress;

    public Console(PrintStream out, PrintStream err, boolean colour, boolean terminal) {
        this(out, err, colour, terminal, System::nanoTime);
    }

    /** @param clock nanoseconds since whenever */
    Console(PrintStream out, PrintStream err, boolean colour, boolean terminal, LongSupplier clock) {
        this.out = out;
        this.err = err;
        this.colour = colour;
        this.terminal = terminal;
        this.clock = clock;
        this.lastProgress = new AtomicLong(clock.getAsLong());
    }

    /** The process's own streams, in UTF-8 whatever the locale says. */
    public static Console ofProcess(Map<String, String> environment) {
        // The launcher says which streams are terminals (LEXLAB_TTY="0 1 2" where all are): a JVM cannot tell them
        // apart.
        String terminals = environment.getOrDefault("LEXLAB_TTY", "");
        boolean terminal = terminals.contains("1");
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
        return new Console(
                utf8(FileDescriptor.out), utf8(FileDescriptor.err), terminal && wanted, terminals.contains("2"));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** A line of the answer. */
    public void say(String line) {
        out.println(line);
    }

    /** A line about the work, not of the answer: a fault, a warning, what we are doing. */
    public void note(String line) {
        if (terminal) {
            err.print("\r\033[K");
        }
        err.println(line);
    }

    /** A line that the next one replaces, on a terminal; in a log, one line a minute, so that long work is seen to go on. */
    public void progress(String line) {
        if (terminal) {
            err.print("\r\033[K" + line);
            err.flush();
            return;
        }
        long now = clock.getAsLong();
        long last = lastProgress.get();
        if (!line.isEmpty() && now - last >= LOG_EVERY.toNanos() && lastProgress.compareAndSet(last, now)) {
            err.println(line);
        }
    }

    /** Ends a series of {@link #progress} lines. */
    public void clearProgress() {
        progress("");
    }

    /**
     * Begins with an empty screen, where one is welcome: on a terminal, in the same cases as colour.
     *
     * @return whether it did; otherwise what follows stands below what was said before
     */
    public boolean clearScreen() {
        if (colour) {
            out.print("\033[H\033[2J\033[3J");
            out.flush();
        }
        return colour;
    }

    public String paint(Style style, String text) {
        return colour ? "\033[" + style.code() + "m" + text + "\033[0m" : text;
    }

    /** What colours mean, so that they mean it everywhere. */
    public enum Style {
        GOOD("32"),
        BAD("31"),
        UNSURE("33"),
        STRONG("1"),
        QUIET("2"),
        LINK("36");

        private final String code;

        Style(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
