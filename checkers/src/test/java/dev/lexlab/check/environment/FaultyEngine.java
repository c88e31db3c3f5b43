package dev.lexlab.check.environment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** The real engine behind a line that breaks, or hangs, or answers in its place, when it is told to. */
final class FaultyEngine implements AutoCloseable {
    private static final Pattern REQUEST = Pattern.compile("^(GET|POST|DELETE|HEAD|PUT) /[^\\r\\n]*");

    private final SocketAddress real;
    private final Path socket;
    private final ServerSocketChannel door;
    private final Set<SocketChannel> lines = ConcurrentHashMap.newKeySet();
    private final Map<Pattern, Fault> faults = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean isHanging;

    /**
     * Opens the door.
     *
     * @param folder of a short name: those of sockets are limited
     */
    FaultyEngine(URI real, Path folder) throws IOException {
        this.real = real.getScheme().equals("unix")
                ? UnixDomainSocketAddress.of(real.getPath())
                : new InetSocketAddress(real.getHost(), real.getPort());
        this.socket = folder.resolve("engine.sock");
        this.door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(socket));
        inBackground(this::accept);
    }

    /** Where it is, as {@code DOCKER_HOST} says it. */
    String address() {
        return "unix://" + socket;
    }

    /** From now on nobody is there. */
    void stops() {
        quietly(door);
        lines.forEach(FaultyEngine::quietly);
    }

    /** From now on nobody gets an answer. */
    void hangs() {
        isHanging = true;
    }

    /** The same as soon as somebody asks for this. */
    void stopsAt(String request) {
        faults.put(Pattern.compile(request), line -> stops());
    }

    void hangsAt(String request) {
        faults.put(Pattern.compile(request), line -> hangs());
    }

    /** Answers in the engine's place. */
    void answers(String request, String status, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + body.length + "\r\n\r\n";
        faults.put(Pattern.compile(request), line -> {
            write(line, ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            write(line, ByteBuffer.wrap(body));
            line.shutdownOutput();
        });
    }

    private void accept() throws IOException {
        while (true) {
            SocketChannel client = door.accept();
            lines.add(client);
            SocketChannel engine = real instanceof UnixDomainSocketAddress
                    ? SocketChannel.open(StandardProtocolFamily.UNIX)
                    : SocketChannel.open();
            lines.add(engine);
            engine.connect(real);
            inBackground(() -> pump(client, engine, true));
            inBackground(() -> pump(engine, client, false));
        }
    }

    private void pump(SocketChannel from, SocketChannel to, boolean isAsking) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(64 * 1024);
        boolean isAnswered = false;
        while (from.read(chunk) >= 0) {
            chunk.flip();
            Optional<Fault> fault = isAsking ? fault(chunk) : Optional.empty();
            if (fault.isPresent()) {
                fault.get().at(from);
                isAnswered = true; // what else belongs to this request is read, and goes nowhere
            }
            waitWhileItHangs();
            if (!isAnswered) {
                write(to, chunk);
            }
            chunk.clear();
        }
        to.shutdownOutput();
    }

    private Optional<Fault> fault(ByteBuffer chunk) {
        String text = StandardCharsets.ISO_8859_1.decode(chunk.duplicate()).toString();
        var request = REQUEST.matcher(text);
        return request.find()
                ? faults.entrySet().stream()
                        .filter(known -> known.getKey().matcher(request.group()).find())
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.empty();
    }

    private void waitWhileItHangs() throws IOException {
        if (isHanging) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new ClosedChannelException();
        }
    }

    private static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // a line that breaks is what it is for
                    }
                },
                "faulty engine");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(AutoCloseable channel) {
        try {
            channel.close();
        } catch (Exception e) {
            // it is closed
        }
    }

    @Override
    public void close() {
        end.countDown();
        stops();
    }

    private interface Work {
        void run() throws IOException;
    }

    private interface Fault {
        void at(SocketChannel line) throws IOException;
    }
}
