package dev.lexlab.check.watch;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Time passes only while somebody waits, and events come at the moments that a test says. */
final class ScriptedInbox implements Inbox {
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private final Queue<Event> now = new ArrayDeque<>();
    private long time;

    /** Something that happens at a moment. */
    void at(long milliseconds, Runnable happening) {
        due.add(new Due(milliseconds, happening));
    }

    @Override
    public void put(Event event) {
        now.add(event);
    }

    @Override
    public @Nullable Event next(long milliseconds) {
        long until = time + milliseconds;
        while (now.isEmpty()) {
            Due next = due.peek();
            if (next == null) {
                throw new AssertionError("the test ends without anybody ending the watch, at " + time);
            }
            if (next.at > until) {
                time = until;
                return null;
            }
            due.remove();
            time = Math.max(time, next.at);
            next.happening.run();
        }
        return now.remove();
    }

    @Override
    public long now() {
        return time;
    }

    private record Due(long at, Runnable happening) {}
}
