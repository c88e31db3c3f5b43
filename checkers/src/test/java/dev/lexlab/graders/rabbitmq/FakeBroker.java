package dev.lexlab.graders.rabbitmq;

import dev.lexlab.check.author.RabbitMq;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A topic exchange and queues in memory. */
final class FakeBroker implements RabbitMq {
    private final Map<String, List<TopicPattern>> bindings = new TreeMap<>();
    private final Map<String, List<Delivery>> waiting = new TreeMap<>();
    private String type = "topic";

    /** As the reference solution leaves it. */
    static FakeBroker asAsked() {
        return new FakeBroker()
                .bind("tracking", "*.parcel.#")
                .bind("north-desk", "north.#")
                .bind("alarms", "#.late.#", "#.lost.#", "#.damaged.#");
    }

    FakeBroker bind(String queue, String... patterns) {
        bindings.put(queue, List.of(patterns).stream().map(TopicPattern::new).toList());
        waiting.put(queue, new ArrayList<>());
        return this;
    }

    FakeBroker without(String queue) {
        bindings.remove(queue);
        waiting.remove(queue);
        return this;
    }

    FakeBroker ofType(String other) {
        type = other;
        return this;
    }

    void empty() {
        waiting.values().forEach(List::clear);
    }

    @Override
    public String url() {
        return "amqp://localhost/";
    }

    @Override
    public Optional<String> exchangeType(String exchange) {
        return exchange.equals("events") && !type.isEmpty() ? Optional.of(type) : Optional.empty();
    }

    @Override
    public List<String> queues() {
        return List.copyOf(waiting.keySet());
    }

    @Override
    public void publish(String exchange, String routingKey, String body) {
        waiting.forEach((queue, messages) -> {
            boolean reached = exchange.isEmpty()
                    ? queue.equals(routingKey)
                    : bindings.getOrDefault(queue, List.of()).stream().anyMatch(pattern -> pattern.matches(routingKey));
            if (reached) {
                messages.add(new Delivery(queue, exchange, routingKey, body));
            }
        });
    }

    @Override
    public List<Delivery> drain(String queue) {
        List<Delivery> messages = waiting.getOrDefault(queue, new ArrayList<>());
        List<Delivery> all = List.copyOf(messages);
        messages.clear();
        return all;
    }
}
