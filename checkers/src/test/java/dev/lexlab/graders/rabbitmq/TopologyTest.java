package dev.lexlab.graders.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lexlab.check.author.Failure;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.text.Untrusted;
import org.junit.jupiter.api.Test;

class TopologyTest {
    /** Where a submission lies in a sandbox. */
    private static final String INSIDE = "/" + "work" + "/";

    private final FakeBroker broker = FakeBroker.asAsked();
    private final Topology topology = new Topology(broker);

    @Test
    void isContentWhenASecondRunChangesNothing() {
        assertThatCode(() -> {
                    topology.requireTopicExchange();
                    topology.requireQueues();
                    topology.requireUnchangedBy(
                            FakeWorker.succeeding(command -> {}).holding("declare"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void wantsATopicExchange() {
        broker.ofType("direct");
        assertFailure(topology::requireTopicExchange, "not-topic", "events is of type direct");

        broker.ofType("");
        assertFailure(topology::requireTopicExchange, "not-topic", "no exchange called events");
    }

    @Test
    void wantsAQueueOfItsOwnForEverySubscriber() {
        broker.without("alarms").bind("alarmsystem", "#").bind("amq.gen-1", "#");
        assertFailure(topology::requireQueues, "no-queue", "queues: alarmsystem, amq.gen-1, north-desk and tracking");

        broker.without("alarmsystem").bind("alarms.all", "#");
        assertThatCode(topology::requireQueues).doesNotThrowAnyException();
    }

    @Test
    void seesThatEventsAreLostInASecondRun() {
        LearnerProgram emptying =
                FakeWorker.succeeding(command -> broker.empty()).holding("declare");

        assertFailure(() -> topology.requireUnchangedBy(emptying), "starts-afresh", "alarms is empty");
    }

    @Test
    void seesThatASecondRunFailsAndWhere() {
        LearnerProgram failing =
                FakeWorker.ending(1, """
                Traceback (most recent call last):
                  File "INSIDE/./declare", line 9, in <module>
                    main()
                  File "INSIDE/./declare", line 7, in main
                    channel.queue_declare("tracking", passive=True)
                pika.exceptions.ChannelClosedByBroker: (404, 'NOT_FOUND')
                """.replace("INSIDE/", INSIDE)).holding("declare");

        Feedback feedback =
                failureOf(() -> topology.requireUnchangedBy(failing)).feedback();

        assertThat(feedback.place()).hasToString("Optional[declare:7]");
        assertThat(feedback.seen().map(Untrusted::value))
                .contains("exit code 1: pika.exceptions.ChannelClosedByBroker: (404, 'NOT_FOUND')");
        assertThat(feedback.next()).isPresent();
    }

    @Test
    void seesThatASecondRunMakesMoreQueues() {
        LearnerProgram growing =
                FakeWorker.succeeding(command -> broker.bind("alarms.2", "#")).holding("declare");

        Failure failure = failureOf(() -> topology.requireUnchangedBy(growing));

        assertThat(failure.feedback().seen().map(Untrusted::value))
                .contains("queues: alarms, alarms.2, north-desk and tracking");
        assertThat(failure.feedback().next()).isPresent();
    }

    private static void assertFailure(Runnable look, String diagnosis, String seen) {
        Failure failure = failureOf(look);

        assertThat(failure.diagnosis()).isEqualTo(diagnosis);
        assertThat(failure.feedback().seen().map(Untrusted::value)).contains(seen);
    }

    private static Failure failureOf(Runnable look) {
        return catchThrowableOfType(Failure.class, look::run);
    }
}
