package dev.lexlab.graders.rabbitmq;

import java.util.List;
import java.util.stream.Stream;

/** Who reads events. It reads from every queue that has its name, or begins with its name and a dot. */
enum Subscriber {
    TRACKING("tracking", "keys with parcel as the second word"),
    NORTH_DESK("north-desk", "keys with north as the first word"),
    ALARMS("alarms", "keys with late, lost or damaged anywhere in them");

    private final String queue;
    private final String wish;

    Subscriber(String queue, String wish) {
        this.queue = queue;
        this.wish = wish;
    }

    boolean reads(String name) {
        return name.equals(queue) || name.startsWith(queue + ".");
    }

    boolean wants(String key) {
        return wishes().anyMatch(wish -> wish.takes(key));
    }

    Stream<Wish> wishes() {
        return Stream.of(Wish.values()).filter(wish -> wish.subscriber() == this);
    }

    List<String> queuesAmong(List<String> names) {
        return names.stream().filter(this::reads).toList();
    }

    /** What it asked for, in words. */
    String wish() {
        return wish;
    }

    /** Its name, which is that of its first queue, too. */
    @Override
    public String toString() {
        return queue;
    }
}
