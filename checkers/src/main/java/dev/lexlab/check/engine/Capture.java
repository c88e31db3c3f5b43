package dev.lexlab.check.engine;

import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.model.Frame;
import dev.lexlab.lab.text.Untrusted;

/** A container's log, both streams as they came. */
final class Capture extends ResultCallbackTemplate<Capture, Frame> {
    private final CappedOutput said = new CappedOutput();

    @Override
    public void onNext(Frame frame) {
        byte[] bytes = frame.getPayload();
        said.write(bytes, 0, bytes.length);
    }

    Untrusted said() {
        return said.text();
    }
}
