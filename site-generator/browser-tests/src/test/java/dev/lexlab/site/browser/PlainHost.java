package dev.lexlab.site.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A host that knows nothing of us: files below a sub-folder, types by their endings, {@code 404.html} for whatever is not there. */
final class PlainHost implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Path root;
    private final String path;

    private PlainHost(HttpServer http, Path root, String path) {
        this.http = http;
        this.root = root;
        this.path = path;
    }

    /**
     * @param path where the files begin, with a slash at both ends
     */
    static PlainHost serve(Path folder, String path) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        PlainHost host = new PlainHost(HttpServer.create(anyPort, 0), folder.toRealPath(), path);
        host.http.setExecutor(host.threads);
        host.http.createContext("/", host::handle);
        host.http.start();
        return host;
    }

    /** Where the files begin. */
    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().getPath();
            Path file = root.resolve(asked.startsWith(path) ? asked.substring(path.length()) : "outside of it")
                    .normalize();
            if (asked.endsWith("/")) {
                file = file.resolve("index.html");
            }
            boolean isThere = file.startsWith(root) && Files.isRegularFile(file);
            Path sent = isThere ? file : root.resolve("404.html");
            byte[] body = Files.readAllBytes(sent);
            String type = URLConnection.guessContentTypeFromName(sent.toString());
            exchange.getResponseHeaders().set("Content-Type", type == null ? "application/octet-stream" : type);
            exchange.sendResponseHeaders(isThere ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
