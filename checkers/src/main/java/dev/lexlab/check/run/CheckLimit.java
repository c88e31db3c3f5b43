package dev.lexlab.check.run;

import dev.lexlab.check.author.TimedOut;
import dev.lexlab.check.environment.Environment;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a check that hangs, by ending what it hangs in. The clock runs only while the check does: starting servers and
 * copying databases is our time, not the learner's.
 */
final class CheckLimit implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "limit of a check");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration limit;
    private final Stop stop;

    CheckLimit(Duration limit, Stop stop) {
        this.limit = limit;
        this.stop = stop;
    }

    /** Where the limit was reached, whatever the body threw then is only the noise of being cut off. */
    void run(Body body, Environment environment) throws Throwable {
        AtomicBoolean isDecided = new AtomicBoolean(); // who comes first: the end of the body or the limit
        CompletableFuture<Environment.Stuck> stuck = new CompletableFuture<>();
        Thread checking = Thread.currentThread();
        Runnable end = () -> {
            if (isDecided.compareAndSet(false, true)) {
                cutOff(environment, checking, stuck);
            }
        };
        ScheduledFuture<?> alarm = clock.schedule(end, limit.toMillis(), TimeUnit.MILLISECONDS);
        stop.cutting(end);
        Throwable thrown = null;
        try {
            body.run();
        } catch (Throwable e) {
            thrown = e;
        }
        alarm.cancel(false);
        stop.over();
        if (!isDecided.compareAndSet(false, true)) {
            throw timedOut(stuck);
        }
        if (thrown != null) {
            throw thrown;
        }
    }

    private static void cutOff(Environment environment, Thread checking, CompletableFuture<Environment.Stuck> stuck) {
        Environment.Stuck where = new Environment.Stuck("the check itself", "nothing was found out");
        try {
            where = environment.cutOff();
        } finally {
            checking.interrupt(); // for a grader that waits for something else
            stuck.complete(where);
        }
    }

    private static TimedOut timedOut(CompletableFuture<Environment.Stuck> stuck) {
        Environment.Stuck where = stuck.join();
        Thread.interrupted(); // the next check starts with a clean flag
        return new TimedOut(where.awaited(), where.lastSeen());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** What is limited. */
    interface Body {
        void run() throws Throwable;
    }
}
