package dev.lexlab.graders.rabbitmq;

import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.RabbitMq.Delivery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of events that the grader published itself.
 *
 * @param keys the short ones first: messages show them best
 * @param queues names of all queues of the vhost
 * @param found for each key the queues that held it, one entry for each copy
 */
record Arrivals(List<String> keys, List<String> queues, Map<String, List<String>> found) {

    private static final Comparator<String> SHORT_FIRST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    Arrivals {
        keys = keys.stream().sorted(SHORT_FIRST).toList();
        queues = List.copyOf(queues);
        found = Map.copyOf(found);
    }

    /** Each event is in every queue it reaches when publish returns, so draining needs no patience. */
    static Arrivals of(List<String> keys, Draw draw, RabbitMq broker) {
        Map<String, String> keyOf = new LinkedHashMap<>();
        int event = draw.number(100, 90_000);
        for (String key : keys) {
            event += draw.number(1, 9);
            keyOf.put("event " + event, key);
        }
        keyOf.forEach((body, key) -> broker.publish(Topology.EXCHANGE, key, body));
        Map<String, List<String>> found = new LinkedHashMap<>();
        keys.forEach(key -> found.put(key, new ArrayList<>()));
        List<String> queues = broker.queues();
        for (String queue : queues) {
            for (Delivery delivery : broker.drain(queue)) {
                String key = keyOf.get(delivery.body());
                if (key != null) {
                    found.getOrDefault(key, new ArrayList<>()).add(queue);
                }
            }
        }
        return new Arrivals(keys, queues, found);
    }

    /** Each event's way, one after the other. */
    Arrivals notedIn(Evidence evidence) {
        Evidence.Trace trace = evidence.trace(Topology.WAYS);
        for (String key : keys) {
            trace.message(Topology.PUBLISHER, Topology.EXCHANGE, key);
            List<String> reached = found.getOrDefault(key, List.of());
            reached.forEach(queue -> trace.message(Topology.EXCHANGE, queue, key));
            if (reached.isEmpty()) {
                trace.message(Topology.EXCHANGE, Topology.EXCHANGE, "no queue takes " + key);
            }
        }
        return this;
    }

    /** Queues of the subscriber that hold the key, one entry for each copy. */
    List<String> copies(Subscriber subscriber, String key) {
        return subscriber.queuesAmong(found.getOrDefault(key, List.of()));
    }

    boolean reached(Subscriber subscriber, String key) {
        return !copies(subscriber, key).isEmpty();
    }
}
