package dev.lexlab.check.engine;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The line to a command in a container, both ways, by the engine's own protocol: the connection is taken over after the
 * answer's head (https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Exec/operation/ExecStart). docker-java can
 * start a command, too, but gives it no end of its input.
 */
final class ExecStream implements Closeable {
    private static final int HEADER = 8;
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final int CHUNK = 16 * 1024;
    private static final byte TO_ERROR = 2;

    /** A socket of Unix has no clock of its own: whoever waits for a silent engine is woken by its end. */
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "patience with the engine");
        thread.setDaemon(true);
        return thread;
    });

    private final SocketChannel channel;

    private ExecStream(SocketChannel channel) {
        this.channel = channel;
    }

    /** Starts what was created under this id. */
    static ExecStream start(URI engine, String exec, boolean isTerminal) throws IOException {
        SocketChannel channel = RawHttp.open(engine);
        ScheduledFuture<?> alarm =
                CLOCK.schedule(() -> closeQuietly(channel), EngineHttp.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        try {
            RawHttp.connect(channel, engine);
            byte[] body = ("{\"Detach\":false,\"Tty\":" + isTerminal + "}").getBytes(StandardCharsets.US_ASCII);
            RawHttp.write(
                    channel,
                    "POST /exec/" + exec + "/start HTTP/1.1\r\nHost: engine\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n");
            channel.write(ByteBuffer.wrap(body));
            refuseUnlessTakenOver(head(channel));
            return new ExecStream(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // whoever waits for it learns of it
        }
    }

    private static String head(ReadableByteChannel channel) throws IOException {
        StringBuilder head = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (!head.toString().endsWith("\r\n\r\n")) {
            one.clear();
            if (channel.read(one) < 0 || head.length() > LONGEST_HEAD) {
                throw new IOException("the engine did not take the command over: "
                        + head.toString().strip());
            }
            head.append((char) one.get(0));
        }
        return head.toString();
    }

    private static void refuseUnlessTakenOver(String head) throws IOException {
        String status = head.substring(0, head.indexOf('\r'));
        if (!status.contains(" 101 ") && !status.contains(" 200 ")) {
            throw new IOException("the engine refused a command: " + status);
        }
    }

    void write(byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** No more input will come. */
    void endInput() throws IOException {
        channel.shutdownOutput();
    }

    /** Reads both streams of a command without a terminal until it ends. */
    void read(OutputStream out, OutputStream err) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        byte[] chunk = new byte[CHUNK];
        while (fill(header)) {
            OutputStream to = header.get(0) == TO_ERROR ? err : out;
            int left = header.getInt(4);
            while (left > 0) {
                ByteBuffer part = ByteBuffer.wrap(chunk, 0, Math.min(chunk.length, left));
                int read = channel.read(part);
                if (read < 0) {
                    return;
                }
                to.write(chunk, 0, read);
                left -= read;
            }
            to.flush();
            header.clear();
        }
    }

    /** Reads what a command with a terminal shows until it ends. */
    void readTerminal(OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int read = 0; read >= 0; read = channel.read(ByteBuffer.wrap(chunk))) {
            out.write(chunk, 0, read);
            out.flush();
        }
    }

    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
