package dev.lexlab.check.author;

import java.util.List;
import java.util.Optional;

/**
 * A vhost of one's own on a RabbitMQ broker: in {@link Prepare} the one that is prepared, in a check a fresh one with the
 * same exchanges, queues and bindings and no message (or the very one of the check it {@code continues}). The methods act as
 * another client of the same vhost.
 */
public interface RabbitMq {

    /** Where programs on the task's network reach it, as the learner's plain account: {@code amqp://…}. */
    String url();

    /** The type of an exchange ({@code topic}); empty where there is none of this name. */
    Optional<String> exchangeType(String exchange);

    /** Names of all queues, in order. */
    List<String> queues();

    /**
     * Publishes to an exchange and waits for the broker's receipt, so that every queue the message reaches has it.
     *
     * @throws Failure where there is no such exchange
     */
    void publish(String exchange, String routingKey, String body);

    /** Takes all messages that lie in a queue now, in their order. */
    List<Delivery> drain(String queue);

    /**
     * A message as it came out of a queue.
     *
     * @param exchange it was published to; empty is the default one
     */
    record Delivery(String queue, String exchange, String routingKey, String body) {}
}
