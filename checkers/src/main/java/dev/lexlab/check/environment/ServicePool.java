package dev.lexlab.check.environment;

import dev.lexlab.check.engine.RunningServer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Servers of one image that gradings use one after the other, each alone while it lasts: nothing in such a server could be
 * divided among several. Where none is free, one more is started.
 */
final class ServicePool {
    private final Supplier<RunningServer> start;
    private final Executor background;
    private final Deque<CompletableFuture<Taken>> free = new ArrayDeque<>();

    ServicePool(Supplier<RunningServer> start, Executor background) {
        this.start = start;
        this.background = background;
    }

    /** Begins to start one, because it is going to be asked for. */
    synchronized void warm() {
        if (free.isEmpty()) {
            free.add(begin());
        }
    }

    /** Waits until there is one. */
    Taken take() {
        CompletableFuture<Taken> next;
        synchronized (this) {
            next = free.isEmpty() ? begin() : free.remove();
        }
        try {
            return next.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /** It still works, and is for the next grading. */
    synchronized void giveBack(RunningServer server) {
        free.addFirst(CompletableFuture.completedFuture(new Taken(server, false)));
    }

    private CompletableFuture<Taken> begin() {
        return CompletableFuture.supplyAsync(() -> new Taken(start.get(), true), background);
    }

    /**
     * One that is now somebody's.
     *
     * @param isNew whether nothing was done with it yet
     */
    record Taken(RunningServer server, boolean isNew) {}
}
