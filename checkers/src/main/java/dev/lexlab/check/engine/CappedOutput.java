package dev.lexlab.check.engine;

import dev.lexlab.lab.text.Untrusted;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what a container says, and counts the rest. */
final class CappedOutput extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int count) {
        kept.write(bytes, offset, Math.min(count, Untrusted.CAP - kept.size()));
        length += count;
    }

    synchronized Untrusted text() {
        String text = kept.toString(StandardCharsets.UTF_8);
        return length > kept.size() ? new Untrusted(text, length) : Untrusted.of(text);
    }
}
