package dev.lexlab.graders.rabbitmq;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.RabbitMq;
import dev.lexlab.check.author.Ran;
import java.util.List;
import java.util.Optional;

/** What {@code ./declare} left on the broker. */
final class Topology {
    static final String EXCHANGE = "events";
    static final String WORKER = "worker";
    /** Title of the trace that shows where events went. */
    static final String WAYS = "the way of each event";

    static final String PUBLISHER = "publisher";

    private static final String TYPE = "topic";
    private static final String WAITING = "an event that waits";

    private final RabbitMq broker;

    Topology(RabbitMq broker) {
        this.broker = broker;
    }

    void requireTopicExchange() {
        Optional<String> type = broker.exchangeType(EXCHANGE);
        if (!type.equals(Optional.of(TYPE))) {
            throw Failure.of(EXCHANGE + " is no topic exchange")
                    .expected("an exchange of type " + TYPE + ", called " + EXCHANGE)
                    .seen(type.map(other -> EXCHANGE + " is of type " + other).orElse("no exchange called " + EXCHANGE))
                    .diagnose("not-topic")
                    .reproduceOn(WORKER, Tools.list());
        }
    }

    void requireQueues() {
        List<String> queues = broker.queues();
        for (Subscriber subscriber : Subscriber.values()) {
            if (subscriber.queuesAmong(queues).isEmpty()) {
                throw Failure.of(subscriber + " has no queue to read from")
                        .expected("a queue called " + subscriber + ", or queues that begin with " + subscriber + ".")
                        .seen(queues.isEmpty() ? "no queue at all" : "queues: " + Words.and(queues))
                        .diagnose("no-queue")
                        .reproduceOn(WORKER, Tools.list());
            }
        }
    }

    /** Runs it again while an event lies in every queue. */
    void requireUnchangedBy(LearnerProgram declare) {
        List<String> before = broker.queues();
        // Through the default exchange, since no binding is certain yet.
        before.forEach(queue -> broker.publish("", queue, WAITING));
        Ran again = declare.run();
        if (!again.succeeded()) {
            throw Failure.of("./declare does not succeed a second time")
                    .expected("exit code 0, and everything as it was")
                    .seen(LearnerProgram.inWords(again))
                    .at(declare.placeOf(again))
                    .next("Declaring what is there already in the same way is no error; find the step that is one.")
                    .read("exchange")
                    .reproduceOn(WORKER, "./declare; echo $?");
        }
        requireTopicExchange();
        requireSame(before, broker.queues());
        before.forEach(this::requireWaiting);
    }

    private static void requireSame(List<String> before, List<String> after) {
        if (!after.equals(before)) {
            throw Failure.of("./declare made other queues when it ran again")
                    .expected("queues: " + Words.and(before))
                    .seen("queues: " + Words.and(after))
                    .next("Give every queue a fixed name, the same in every run.")
                    .read("queue")
                    .reproduceOn(WORKER, "./declare; rabbitmqadmin list queues name");
        }
    }

    private void requireWaiting(String queue) {
        boolean stillThere = broker.drain(queue).stream()
                .anyMatch(delivery -> delivery.body().equals(WAITING));
        if (!stillThere) {
            throw Failure.of("./declare lost an event that waited in " + queue)
                    .expected("the event is still there after ./declare ran again")
                    .seen(queue + " is empty")
                    .diagnose("starts-afresh")
                    .reproduceOn(
                            WORKER,
                            "amqp-publish -u \"$AMQP_URL\" -r " + queue + " -b waiting; ./declare; amqp-get -u"
                                    + " \"$AMQP_URL\" -q " + queue + " && echo || echo nothing is left");
        }
    }
}
