package dev.lexlab.site.browser;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A static host as sites are published on: files under a sub-folder, a 404 page, and the headers that {@code _headers} asks for. */
final class StaticHost implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "png", "image/png",
            "svg", "image/svg+xml");

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Path root;
    private final String path;
    private final Map<String, String> headers;

    private StaticHost(HttpServer http, Path root, String path) throws IOException {
        this.http = http;
        this.root = root;
        this.path = path;
        this.headers = headersForAllFiles(root.resolve("_headers"));
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    /**
     * @param path where the site begins, with a slash at both ends
     */
    static StaticHost serve(Path folder, String path) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new StaticHost(HttpServer.create(anyPort, 0), folder.toRealPath(), path);
    }

    /** Where the site begins. */
    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().getPath();
            Path file = asked.startsWith(path) ? file(asked.substring(path.length())) : root;
            boolean isThere = Files.isRegularFile(file);
            Path sent = isThere ? file : root.resolve("404.html");
            byte[] body = Files.readAllBytes(sent);
            Headers answer = exchange.getResponseHeaders();
            headers.forEach(answer::set);
            String name = sent.toString();
            answer.set("Content-Type", TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"));
            exchange.sendResponseHeaders(isThere ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Path file(String name) {
        Path file = root.resolve(name.isEmpty() || name.endsWith("/") ? name + "index.html" : name)
                .normalize();
        return file.startsWith(root) ? file : root;
    }

    /** What stands under {@code /*}: lines {@code Name: value}, set in. */
    private static Map<String, String> headersForAllFiles(Path file) throws IOException {
        Map<String, String> found = new TreeMap<>();
        boolean isForAll = false;
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith(" ")) {
                isForAll = line.equals("/*");
            } else if (isForAll) {
                int colon = line.indexOf(':');
                found.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        if (!found.containsKey("Content-Security-Policy")) {
            throw new IllegalStateException(file + " asks for no Content-Security-Policy");
        }
        return found;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
