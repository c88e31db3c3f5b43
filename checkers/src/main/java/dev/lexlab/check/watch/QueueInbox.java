package dev.lexlab.check.watch;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

final class QueueInbox implements Inbox {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    @Override
    public void put(Event event) {
        events.add(event);
    }

    @Override
    public @Nullable Event next(long milliseconds) throws InterruptedException {
        return events.poll(milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
