package dev.lexlab.site.markup;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Converts texts on threads of its own and waits for none longer than it was told to. Nobody can know beforehand which text an engine
 * never gets done with; whoever wrote it is told its page, and everybody else gets an answer.
 */
final class Patience implements AutoCloseable {
    private final Duration limit;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "conversion");
        thread.setDaemon(true); // one that never ends must not keep the process
        return thread;
    });

    /** @param limit for each text */
    Patience(Duration limit) {
        this.limit = limit;
    }

    /**
     * Begins with texts.
     *
     * @param most how many at a time
     */
    <T extends Conversions.Text> Conversions<T> begin(List<T> texts, int most, Conversions.Work<T> work) {
        Conversions<T> conversions = new Conversions<>(texts, work, limit, threads);
        for (int i = 0; i < Math.min(most, texts.size()); i++) {
            conversions.addThread();
        }
        return conversions;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
