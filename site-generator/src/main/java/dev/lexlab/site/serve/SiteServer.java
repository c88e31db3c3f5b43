package dev.lexlab.site.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lexlab.lab.problem.Problem;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The door: serves a site to this machine. It answers GET and HEAD only, and only a browser that called it by its own name: so
 * no other web page can read through it. All its threads are daemons; whoever starts it decides how long to stay.
 */
public final class SiteServer implements AutoCloseable {
    private static final int PORTS_TO_TRY = 100;
    private static final String EVENTS = "/_lexlab/events";

    static {
        // Else each small answer on a kept connection waits some 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final Guard guard;
    private final Events events = new Events();
    private final SiteFiles files;
    private final LearnerResults results;

    private SiteServer(SiteSource site, Path results, HttpServer http) {
        this.http = http;
        guard = new Guard(http.getAddress().getPort());
        files = new SiteFiles(site, events::problems, events::version);
        this.results = new LearnerResults(results);
        threads = Executors.newCachedThreadPool(task -> daemon("lexlab-http", task));
        http.setExecutor(threads);
        http.createContext("/", this::handle);
    }

    /**
     * Begins to serve.
     *
     * @param site asked at each request, so that a new build is seen at once
     * @param results the folder of what gradings found; it need not exist
     * @param wantedPort the first to try; the next free one is taken where it is in use. 0 takes any
     */
    public static SiteServer start(SiteSource site, Path results, int wantedPort) throws IOException {
        SiteServer server = new SiteServer(site, results, bind(wantedPort));
        // The dispatcher of the JDK's server becomes a daemon only if it is started by one.
        Thread starter = daemon("lexlab-http-start", server.http::start);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            server.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the server was up", e);
        }
        return server;
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** The site has changed: every open page loads itself again, and earlier problems are over. */
    public void reload() {
        events.reload();
    }

    /** The site could not be changed: every open page shows why. An empty list takes that back. */
    public void problems(List<Problem> problems) {
        events.problems(problems);
    }

    @Override
    public void close() {
        events.close();
        http.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(int wanted) throws IOException {
        int last = wanted == 0 ? 0 : Math.min(wanted + PORTS_TO_TRY - 1, 65_535);
        for (int port = wanted; ; port++) {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            } catch (BindException e) {
                if (port >= last) {
                    throw new IOException(
                            "ports " + wanted + " to " + last + " cannot be used: " + e.getMessage()
                                    + "; name another one with --port",
                            e);
                }
            }
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply refusal = guard.refusal(exchange);
            String path = exchange.getRequestURI().getPath();
            if (refusal != null) {
                refusal.send(exchange);
            } else if (path.equals(EVENTS)) {
                events.stream(exchange);
            } else if (path.startsWith(LearnerResults.PATH)) {
                results.reply(path).send(exchange);
            } else {
                files.reply(exchange.getRequestURI()).send(exchange);
            }
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
