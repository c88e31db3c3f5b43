package dev.lexlab.site.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A course that is being served, an open page of it, and somebody who saves. */
final class Served implements AutoCloseable {
    private static final String RELOAD = "event: reload";
    private static final Pattern SERVING = Pattern.compile("Serving .*http://localhost:(\\d+)");
    private static final long FIRST_BUILD_MINUTES = 15;
    private static final long PATIENCE_SECONDS = 60;
    private static final int MILLIS = 1000;
    private static final double NANOS = 1e6;

    private final Corpus corpus;
    private final Workplace workplace;
    private final Process process;
    private final Memory memory;
    private final BlockingQueue<String> reloads = new LinkedBlockingQueue<>();
    private String address = "";

    private Served(Corpus corpus, Workplace workplace, Process process) {
        this.corpus = corpus;
        this.workplace = workplace;
        this.process = process;
        this.memory = new Memory(process.toHandle());
    }

    /** Returns when the site is there and a page of it listens for news. */
    static Served start(Corpus corpus, Lexlab lexlab, Workplace workplace)
            throws CannotMeasure, IOException, InterruptedException {
        Process process = workplace.start(new ProcessBuilder(lexlab.serve(corpus.course()))
                .directory(workplace.folder().toFile())
                .redirectErrorStream(true));
        Served served = new Served(corpus, workplace, process);
        try {
            served.address = "http://127.0.0.1:" + served.port() + "/";
            served.listen();
            return served;
        } catch (CannotMeasure | IOException | InterruptedException | RuntimeException e) {
            served.close();
            throw e;
        }
    }

    /** Reads what the server says, until it says its port and after that, so that it never waits for a reader. */
    private int port() throws CannotMeasure, InterruptedException {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        daemon("lexlab-bench-said", () -> {
            String last = "it said nothing";
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    last = line;
                    Matcher serving = SERVING.matcher(line);
                    if (serving.find()) {
                        port.complete(Integer.valueOf(serving.group(1)));
                    }
                }
            } catch (IOException e) {
                last = e.toString();
            }
            port.completeExceptionally(new IOException(last));
        });
        try {
            return port.get(FIRST_BUILD_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            Throwable last = e.getCause() == null ? e : e.getCause();
            throw new CannotMeasure("'./lexlab serve' ended: " + last.getMessage());
        } catch (TimeoutException e) {
            throw new CannotMeasure("'./lexlab serve' served nothing within " + FIRST_BUILD_MINUTES + " min");
        }
    }

    private void listen() throws CannotMeasure, IOException, InterruptedException {
        InputStream events = open("_lexlab/events").getInputStream();
        CompletableFuture<String> first = new CompletableFuture<>();
        daemon("lexlab-bench-events", () -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(events, UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    first.complete(line);
                    if (line.equals(RELOAD)) {
                        reloads.add(line);
                    }
                }
            } catch (IOException e) {
                first.completeExceptionally(e); // the server was ended, or never began
            }
        });
        try {
            String unused = first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CannotMeasure("the server tells no news at " + address + "_lexlab/events");
        }
    }

    /**
     * Changes a page and saves it.
     *
     * @param time a number that no earlier edit had
     * @return milliseconds until its new words were there for a page that waited to be told
     */
    double save(CorpusPage page, int time) throws CannotMeasure, IOException, InterruptedException {
        reloads.clear();
        long began = System.nanoTime();
        String words = corpus.edit(page, time);
        while (true) {
            if (reloads.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
                throw new CannotMeasure("no page was told to load again within " + PATIENCE_SECONDS + " s after '"
                        + corpus.course().name(corpus.source(page)) + "' was saved");
            }
            if (get(corpus.address(page)).contains(words)) {
                double milliseconds = (System.nanoTime() - began) / NANOS;
                memory.look();
                return milliseconds;
            }
        }
    }

    /** Most memory at once, until now; empty where this system does not tell. */
    OptionalDouble megabytes() {
        memory.look();
        return memory.most();
    }

    private String get(String path) throws IOException {
        try (InputStream page = open(path).getInputStream()) {
            return new String(page.readAllBytes(), UTF_8);
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) PATIENCE_SECONDS * MILLIS);
        return connection;
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        workplace.end(process);
    }
}
