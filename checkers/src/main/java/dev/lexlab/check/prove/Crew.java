package dev.lexlab.check.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Threads with a workbench each, until there is nothing more to do. */
public final class Crew {

    private Crew() {}

    /** Returns when all have ended; the first failure of any is thrown then. */
    public static <B extends Bench> void work(int hands, Benches<B> benches, Step<B> step)
            throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(hands);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < hands; i++) {
                working.add(pool.submit(() -> {
                    try (B bench = benches.make()) {
                        @Nullable String last = null;
                        for (Optional<String> did = step.at(bench, last); did.isPresent(); did = step.at(bench, last)) {
                            last = did.get();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : working) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Servers and whatever else somebody works with alone. */
    public interface Bench extends AutoCloseable {
        @Override
        void close();
    }

    /** Makes a workbench. */
    public interface Benches<B> {
        B make() throws IOException;
    }

    /** One piece of work. */
    public interface Step<B> {
        /**
         * Does it.
         *
         * @param lastTask the task that this workbench worked on before
         * @return the task that it works on now; empty where there is nothing more to do
         */
        Optional<String> at(B bench, @Nullable String lastTask) throws Exception;
    }
}
