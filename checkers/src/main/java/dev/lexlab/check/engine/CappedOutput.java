package dev.lexlab.check.engine;

import dev.lexlab.lab.text.Untrusted;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what a container says, and counts the rest. */
final class CappedOutput extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;
    private long length;

    CappedOutput() {
        this(Untrusted.CAP);
    }

    /** With another cap, for tests. */
    CappedOutput(int most) {
        this.most = most;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int count) {
        kept.write(bytes, offset, Math.min(count, most - kept.size()));
        length += count;
    }

    synchronized Untrusted text() {
        String text = kept.toString(StandardCharsets.UTF_8);
        return length > kept.size() ? new Untrusted(text, length) : Untrusted.of(text);
    }
}
