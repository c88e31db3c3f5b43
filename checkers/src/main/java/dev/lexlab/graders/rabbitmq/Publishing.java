package dev.lexlab.graders.rabbitmq;

import dev.lexlab.check.author.Eventually;
import dev.lexlab.check.author.Evidence;
import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.RabbitMq.Delivery;
import dev.lexlab.check.author.Ran;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What {@code ./publish} sends, seen from the queues. */
final class Publishing {
    /** A program that ends with 0 although its last bytes are still under way: no more than that is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LearnerProgram publish;
    private final RabbitMq broker;
    private final Evidence evidence;
    private final Duration patience;
    private final List<Delivery> arrived = new ArrayList<>();

    Publishing(LearnerProgram publish, RabbitMq broker, Evidence evidence) {
        this(publish, broker, evidence, PATIENCE);
    }

    Publishing(LearnerProgram publish, RabbitMq broker, Evidence evidence, Duration patience) {
        this.publish = publish;
        this.broker = broker;
        this.evidence = evidence;
        this.patience = patience;
    }

    void require(List<Event> events) {
        events.forEach(this::send);
        Eventually.look(patience, this::look, all -> events.stream().allMatch(event -> hasArrived(event, all)));
        arrived.forEach(this::note);
        events.forEach(this::judge);
    }

    private void note(Delivery delivery) {
        String exchange = delivery.exchange().isEmpty() ? "the default exchange" : delivery.exchange();
        ways().message(exchange, delivery.queue(), delivery.routingKey() + ", body " + Words.visible(delivery.body()));
    }

    private Evidence.Trace ways() {
        return evidence.trace(Topology.WAYS);
    }

    private void send(Event event) {
        Ran ran = publish.runReading(event.body(), event.key());
        ways().message(Topology.WORKER, publish.name(), event.key() + ", body " + Words.visible(event.body()));
        ways().answer(publish.name(), Topology.WORKER, LearnerProgram.inWords(ran));
        if (!ran.succeeded()) {
            throw Failure.of("./publish does not succeed")
                    .expected("exit code 0 for the key " + event.key())
                    .seen(LearnerProgram.inWords(ran))
                    .at(publish.placeOf(ran))
                    .next("Run the command below and read what your program says.")
                    .read("publisher-confirm")
                    .reproduceOn(Topology.WORKER, Tools.runAndLook(event.key(), queues(event)));
        }
    }

    /** Draining takes messages away, so they are kept here. */
    private List<Delivery> look() {
        broker.queues().forEach(queue -> arrived.addAll(broker.drain(queue)));
        return List.copyOf(arrived);
    }

    private static boolean hasArrived(Event event, List<Delivery> deliveries) {
        return event.readers().stream()
                .allMatch(reader -> deliveries.stream()
                        .anyMatch(delivery -> reader.reads(delivery.queue())
                                && delivery.routingKey().equals(event.key())
                                && delivery.body().equals(event.body())));
    }

    private void judge(Event event) {
        if (!hasArrived(event, arrived)) {
            List<Delivery> sameKey = arrived.stream()
                    .filter(delivery -> delivery.routingKey().equals(event.key()))
                    .toList();
            throw sameKey.isEmpty() ? missing(event) : changed(event, sameKey.get(0));
        }
        for (String queue : queues(event)) {
            List<Delivery> copies = arrived.stream()
                    .filter(delivery ->
                            delivery.queue().equals(queue) && delivery.body().equals(event.body()))
                    .toList();
            if (copies.size() > 1) {
                throw failure("./publish sends an event more than once", event)
                        .expected("one copy in " + queue)
                        .seen(copies.size() + " copies, with the keys "
                                + Words.and(copies.stream()
                                        .map(Delivery::routingKey)
                                        .toList()))
                        .next("Publish once for each run.")
                        .read("publisher-confirm");
            }
        }
    }

    private Failure changed(Event event, Delivery other) {
        return Failure.of("the body of an event is not what ./publish was given")
                .expected(Words.visible(event.body()))
                .seen(Words.visible(other.body()))
                .diagnose("body-changed")
                .reproduceOn(Topology.WORKER, Tools.runAndCompare(event, other.queue()));
    }

    private Failure missing(Event event) {
        Failure failure = failure("an event that ./publish sent reaches nobody", event)
                .expected("key " + event.key() + " in a queue of " + Words.and(event.readers()));
        List<String> otherKeys = arrived.stream()
                .filter(delivery -> delivery.body().equals(event.body()))
                .map(Delivery::routingKey)
                .distinct()
                .toList();
        if (!otherKeys.isEmpty()) {
            return failure.seen("it came with the key " + Words.and(otherKeys))
                    .next("The routing key is the program's first argument, as it is.")
                    .read("binding");
        }
        if (usesDefaultExchange()) {
            return failure.seen(
                            "./publish ended with 0, but no queue has it; given the name of a queue as its key, it came"
                                    + " there through the default exchange")
                    .diagnose("default-exchange");
        }
        return failure.seen("./publish ended with 0, but no queue has it")
                .next(
                        "Publish to the exchange events, with the first argument as routing key, and wait for the broker's"
                                + " confirm before you end with 0.")
                .read("publisher-confirm");
    }

    /** Only the default exchange takes a message to a queue for its name. */
    private boolean usesDefaultExchange() {
        List<String> queues = broker.queues();
        String queue = queues.get(0);
        return publish.runReading("whose way?", queue).succeeded()
                && Eventually.look(patience, () -> broker.drain(queue), found -> !found.isEmpty()).stream()
                        .anyMatch(delivery -> delivery.exchange().isEmpty());
    }

    private Failure failure(String summary, Event event) {
        return Failure.of(summary).reproduceOn(Topology.WORKER, Tools.runAndLook(event.key(), queues(event)));
    }

    private List<String> queues(Event event) {
        List<String> all = broker.queues();
        return event.readers().stream()
                .flatMap(reader -> reader.queuesAmong(all).stream())
                .toList();
    }
}
