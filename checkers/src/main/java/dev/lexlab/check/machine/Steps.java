package dev.lexlab.check.machine;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.text.Sink;
import java.time.Duration;

/** Counted steps with their time, for somebody who waits. */
final class Steps {
    private static final int WIDTH = 70;

    private final Console console;
    private final int count;
    private int step;
    private String doing = "";
    private long began;

    Steps(Console console, int count) {
        this.console = console;
        this.count = count;
    }

    void begin(String what) {
        step++;
        doing = what;
        began = System.nanoTime();
        console.note(prefix() + what + " …");
    }

    /** A line of the program that works on the step. */
    void line(String said) {
        String line = Sink.TERMINAL.encode(said);
        String shown = line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line;
        console.progress(prefix() + doing + " (" + seconds() + " s) " + shown);
    }

    void end(String how) {
        console.clearProgress();
        console.note(prefix() + doing + ": " + how + " (" + seconds() + " s)");
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    private String prefix() {
        return "[" + step + "/" + count + "] ";
    }
}
