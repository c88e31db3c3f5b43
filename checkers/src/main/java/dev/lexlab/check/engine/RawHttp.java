package dev.lexlab.check.engine;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One request to an engine with nothing but the JDK. Closing the channel from another thread ends it. */
final class RawHttp {
    private static final int ENOUGH = 16 * 1024;

    private RawHttp() {}

    /** A channel that is not connected yet. */
    static SocketChannel open(URI engine) throws IOException {
        return isSocket(engine) ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    static void connect(SocketChannel channel, URI engine) throws IOException {
        SocketAddress address = isSocket(engine)
                ? UnixDomainSocketAddress.of(engine.getPath())
                : new InetSocketAddress(engine.getHost(), engine.getPort());
        channel.connect(address);
    }

    /** The answer's beginning, as it came. */
    static String get(SocketChannel channel, String path) throws IOException {
        write(channel, "GET " + path + " HTTP/1.0\r\nHost: engine\r\n\r\n");
        return read(channel);
    }

    /** The answer's beginning to a file that is sent whole. */
    static String post(SocketChannel channel, String path, FileChannel body) throws IOException {
        write(
                channel,
                "POST " + path + " HTTP/1.0\r\nHost: engine\r\nContent-Type: application/x-tar\r\nContent-Length: "
                        + body.size() + "\r\n\r\n");
        long sent = 0;
        while (sent < body.size()) {
            sent += body.transferTo(sent, body.size() - sent, channel);
        }
        return read(channel);
    }

    /**
     * Sends a request and waits for the head of its answer; in this old version of the protocol the body ends with the
     * connection. Ends with an exception when the waiting thread is interrupted.
     *
     * @param path with its query
     */
    static DockerHttpClient.Response send(
            URI engine, String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        SocketChannel channel = open(engine);
        try {
            connect(channel, engine);
            StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.0\r\nHost: engine\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
            write(channel, head.toString());
            ByteBuffer bytes = ByteBuffer.wrap(body);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return RawAnswer.read(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    static void write(SocketChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String read(SocketChannel channel) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(ENOUGH);
        while (read.hasRemaining() && channel.read(read) >= 0) {
            // until it closes or has said enough
        }
        return new String(read.array(), 0, read.position(), StandardCharsets.ISO_8859_1);
    }

    private static boolean isSocket(URI engine) {
        return "unix".equals(engine.getScheme());
    }
}
