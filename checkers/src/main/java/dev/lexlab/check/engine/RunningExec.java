package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A command under way in a container. Nobody needs to end it: it goes with the container. */
public final class RunningExec {
    static final int EXIT_OF_TIMEOUT = 124;
    private static final int EXIT_OF_KILL = 137;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final Duration UNTIL_ITS_END_IS_KNOWN = Duration.ofSeconds(5);

    private final DockerClient client;
    private final String id;
    private final ExecStream stream;
    private final CappedOutput out = new CappedOutput();
    private final CappedOutput err = new CappedOutput();
    private final CappedOutput said = new CappedOutput();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    RunningExec(DockerClient client, String id, ExecStream stream, byte[] input) {
        this.client = client;
        this.id = id;
        this.stream = stream;
        inBackground("input of a command", () -> feed(input));
        inBackground("output of a command", this::read);
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void feed(byte[] input) {
        try {
            stream.write(input, input.length);
            stream.endInput();
        } catch (IOException e) {
            // it ended without reading all of it
        }
    }

    private void read() {
        try (stream) {
            stream.read(new Both(out, said), new Both(err, said));
            ended.complete(null);
        } catch (IOException e) {
            ended.completeExceptionally(e);
        }
    }

    public boolean isRunning() {
        return !ended.isDone();
    }

    /** Both streams so far, as they came. */
    public Untrusted said() {
        return said.text();
    }

    /** Waits for the end; false where it does not come in time. */
    boolean await(Duration patience) throws InterruptedException {
        try {
            ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            close();
            return false;
        } catch (ExecutionException e) {
            return true; // the line broke: asking for its exit code will tell more
        }
    }

    private void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // it is closed already
        }
    }

    /**
     * How it ended.
     *
     * @throws ServerFailed where nobody knows
     */
    public ExecResult result() throws ServerFailed, InterruptedException {
        try {
            int code = exitCode(client, id).orElse(EXIT_OF_TIMEOUT);
            return new ExecResult(code, out.text(), err.text(), code != EXIT_OF_TIMEOUT && code != EXIT_OF_KILL);
        } catch (DockerException e) {
            throw new ServerFailed("the engine no longer knows a command: " + e.getMessage(), Remedies.DOCTOR);
        }
    }

    /** Of a command whose output has ended, which it does a moment before the engine knows how. */
    static OptionalInt exitCode(DockerClient client, String id) throws InterruptedException {
        long deadline = System.nanoTime() + UNTIL_ITS_END_IS_KNOWN.toNanos();
        Long code = client.inspectExecCmd(id).exec().getExitCodeLong();
        while (code == null && System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            code = client.inspectExecCmd(id).exec().getExitCodeLong();
        }
        return code == null ? OptionalInt.empty() : OptionalInt.of(code.intValue());
    }

    /** What did not end within its clock. */
    ExecResult cutOff() {
        return new ExecResult(EXIT_OF_TIMEOUT, out.text(), err.text(), false);
    }

    /** One stream into two. */
    private static final class Both extends OutputStream {
        private final OutputStream first;
        private final OutputStream second;

        Both(OutputStream first, OutputStream second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            first.write(bytes, offset, count);
            second.write(bytes, offset, count);
        }
    }
}
