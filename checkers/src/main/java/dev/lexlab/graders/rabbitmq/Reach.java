package dev.lexlab.graders.rabbitmq;

import dev.lexlab.check.author.Failure;
import java.util.List;

/** Compares where events arrived with who asked for them. */
final class Reach {
    private static final String TERM = "binding";

    private final Arrivals arrivals;

    Reach(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    void requireAll() {
        for (Wish wish : Wish.values()) {
            requireAll(wish);
        }
        for (Subscriber subscriber : Subscriber.values()) {
            List<String> missed = arrivals.keys().stream()
                    .filter(key -> subscriber.wants(key) && !arrivals.reached(subscriber, key))
                    .toList();
            if (!missed.isEmpty()) {
                throw missed(subscriber, missed, "")
                        .next("Compare the keys with your patterns, word by word.")
                        .read(TERM);
            }
        }
    }

    private void requireAll(Wish wish) {
        Subscriber subscriber = wish.subscriber();
        List<String> keys = arrivals.keys().stream().filter(wish::takesAlone).toList();
        List<String> missed =
                keys.stream().filter(key -> !arrivals.reached(subscriber, key)).toList();
        if (missed.isEmpty()) {
            return;
        }
        if (missed.size() == keys.size()) {
            throw missed(subscriber, missed, "; not one key with " + wish.word() + " arrived")
                    .diagnose("no-binding");
        }
        List<TopicPattern> alike = wish.explain(keys, key -> arrivals.reached(subscriber, key));
        if (alike.isEmpty()) {
            throw missed(subscriber, missed, "; others with " + wish.word() + " did arrive")
                    .next("Compare the keys with your patterns, word by word: where does any number of words fit?")
                    .read(TERM);
        }
        throw missed(subscriber, missed, "; what did arrive is what a binding with " + Words.or(alike) + " takes")
                .diagnose(wish.isNarrowedByOneWord(alike) ? "star-for-hash" : "nothing-around");
    }

    private Failure missed(Subscriber subscriber, List<String> missed, String more) {
        return Failure.of(subscriber + " misses events that it asked for")
                .expected("in a queue of " + subscriber + ": all " + subscriber.wish())
                .seen("not there: " + Words.few(missed) + more)
                .reproduceOn(Topology.WORKER, Tools.publishAndLook(missed.get(0), queues(subscriber)));
    }

    void requireNothingElse() {
        for (Subscriber subscriber : Subscriber.values()) {
            List<String> unwanted = arrivals.keys().stream()
                    .filter(key -> !subscriber.wants(key) && arrivals.reached(subscriber, key))
                    .toList();
            if (!unwanted.isEmpty()) {
                throw Failure.of(subscriber + " gets events that it did not ask for")
                        .expected("in queues of " + subscriber + ": nothing but " + subscriber.wish())
                        .seen("there as well: " + Words.few(unwanted))
                        .diagnose("too-much")
                        .reproduceOn(Topology.WORKER, Tools.publishAndLook(unwanted.get(0), queues(subscriber)));
            }
        }
    }

    void requireOnce() {
        for (Subscriber subscriber : Subscriber.values()) {
            for (String key : arrivals.keys()) {
                List<String> copies = arrivals.copies(subscriber, key);
                if (copies.size() > 1) {
                    throw Failure.of(subscriber + " gets the same event more than once")
                            .expected("one copy of " + key)
                            .seen(copies.size() + " copies, in the queues " + Words.and(copies))
                            .diagnose("copies")
                            .reproduceOn(Topology.WORKER, Tools.publishAndLook(key, copies));
                }
            }
        }
    }

    private List<String> queues(Subscriber subscriber) {
        return subscriber.queuesAmong(arrivals.queues());
    }
}
