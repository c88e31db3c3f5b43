package dev.lexlab.check.bench;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stands where a terminal does, and notes when each line came. */
final class SpokenLines extends OutputStream {
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();

    @Override
    public synchronized void write(int one) {
        if (one == '\n') {
            lines.add(new Line(begun.toString(StandardCharsets.UTF_8).stripTrailing(), System.nanoTime()));
            begun.reset();
        } else {
            begun.write(one);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    /** The next line; null where none came in this time. */
    @Nullable
    Line next(long seconds) throws InterruptedException {
        return lines.poll(seconds, TimeUnit.SECONDS);
    }

    /** Forgets what nobody asked for. */
    void skip() {
        lines.clear();
    }

    /**
     * A line without its end.
     *
     * @param moment of {@link System#nanoTime}
     */
    record Line(String text, long moment) {}
}
