package dev.lexlab.check.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** What nobody's work may touch: a file on this machine, and a listener on all its addresses. */
final class Canary implements AutoCloseable {
    static final String WORDS = "nobody reads or writes this";

    private final Path file;
    private final ServerSocket listener;
    private final AtomicInteger visits = new AtomicInteger();

    Canary(Path folder) throws IOException {
        this.file = folder.resolve("canary.txt");
        Files.writeString(file, WORDS);
        this.listener = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"));
        Thread counting = new Thread(this::count, "canary");
        counting.setDaemon(true);
        counting.start();
    }

    private void count() {
        while (!listener.isClosed()) {
            try (Socket visitor = listener.accept()) {
                visits.incrementAndGet();
                visitor.getOutputStream().write("reached\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            } catch (IOException e) {
                // closed
            }
        }
    }

    Path file() {
        return file;
    }

    String port() {
        return Integer.toString(listener.getLocalPort());
    }

    boolean isUntouched() throws IOException {
        return visits.get() == 0 && Files.readString(file).equals(WORDS);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
