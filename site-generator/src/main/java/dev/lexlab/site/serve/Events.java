package dev.lexlab.site.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import dev.lexlab.lab.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * News for open pages, as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). {@code version}
 * comes first on every connection: a page that sees another one than before, or than it came with, has missed a change.
 */
final class Events implements AutoCloseable {
    /** A comment this often finds out which pages are gone. */
    private static final long QUIET_SECONDS = 15;

    private static final String END = "";

    private final Set<BlockingQueue<String>> pages = new LinkedHashSet<>();
    /** Not the same in two runs of the server, for a page may outlive one. */
    private long version = System.nanoTime();

    private List<Problem> problems = List.of();
    private boolean closed;

    synchronized long version() {
        return version;
    }

    synchronized List<Problem> problems() {
        return problems;
    }

    synchronized void reload() {
        version++;
        problems = List.of();
        tell(event("reload", String.valueOf(version)));
    }

    synchronized void problems(List<Problem> found) {
        problems = List.copyOf(found);
        tell(problems.isEmpty() ? event("solved", "all") : event("problems", lines(problems)));
    }

    @Override
    public synchronized void close() {
        closed = true;
        tell(END);
    }

    /** Stays until the page leaves or the server closes. */
    void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        BlockingQueue<String> news = join();
        try (OutputStream out = exchange.getResponseBody()) {
            for (String event = next(news); !event.equals(END); event = next(news)) {
                out.write(event.getBytes(UTF_8));
                out.flush();
            }
        } finally {
            leave(news);
        }
    }

    private synchronized BlockingQueue<String> join() {
        BlockingQueue<String> news = new LinkedBlockingQueue<>();
        news.add("retry: 500\n" + event("version", String.valueOf(version)));
        if (!problems.isEmpty()) {
            news.add(event("problems", lines(problems)));
        }
        if (closed) {
            news.add(END);
        }
        pages.add(news);
        return news;
    }

    private synchronized void leave(BlockingQueue<String> news) {
        pages.remove(news);
    }

    private void tell(String event) {
        pages.forEach(news -> news.add(event));
    }

    private static String next(BlockingQueue<String> news) {
        try {
            @Nullable String event = news.poll(QUIET_SECONDS, TimeUnit.SECONDS);
            return event == null ? ": still here\n\n" : event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }

    private static String lines(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.toString().replaceAll("\\R", " "))
                .collect(joining("\n"));
    }

    private static String event(String name, String data) {
        return "event: " + name + "\n"
                + data.lines().map(line -> "data: " + line + "\n").collect(joining()) + "\n";
    }
}
