package dev.lexlab.check.engine;

import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.lexlab.lab.text.Untrusted;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what a container says, and counts the rest. */
final class Capture extends ResultCallbackTemplate<Capture, Frame> {
    private final Stream out = new Stream();
    private final Stream err = new Stream();

    @Override
    public void onNext(Frame frame) {
        (frame.getStreamType() == StreamType.STDERR ? err : out).add(frame.getPayload());
    }

    Untrusted out() {
        return out.text();
    }

    Untrusted err() {
        return err.text();
    }

    private static final class Stream {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long length;

        synchronized void add(byte[] bytes) {
            kept.write(bytes, 0, Math.min(bytes.length, Untrusted.CAP - kept.size()));
            length += bytes.length;
        }

        synchronized Untrusted text() {
            String text = kept.toString(StandardCharsets.UTF_8);
            return length > kept.size() ? new Untrusted(text, length) : Untrusted.of(text);
        }
    }
}
