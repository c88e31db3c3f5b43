package dev.lexlab.graders.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lexlab.check.TestEvidence;
import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Failure;
import dev.lexlab.lab.text.Untrusted;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PublishingTest {
    private final FakeBroker broker = FakeBroker.asAsked();
    private final TestEvidence evidence = new TestEvidence();

    @Test
    void isContentWithAProgramThatPassesOnWhatItGets() {
        for (int seed = 0; seed < 50; seed++) {
            List<Event> events = Event.samples(new Draw(seed, "test"));

            assertThatCode(() -> publishing(command -> broker.publish("events", key(command), command.input()))
                            .require(events))
                    .doesNotThrowAnyException();
            assertThat(events).allSatisfy(event -> assertThat(event.readers()).isNotEmpty());
        }
    }

    @Test
    void showsTheWayOfEachEvent() {
        Event event = new Event("north", "hello");

        publishing(command -> broker.publish("events", key(command), command.input()))
                .require(List.of(event));

        assertThat(evidence.traces.get("the way of each event"))
                .containsExactly(
                        "worker -> ./publish: north, body \"hello\"",
                        "./publish => worker: exit code 0",
                        "events -> north-desk: north, body \"hello\"");
    }

    @Test
    void knowsTheDefaultExchangeByTheQueueItReaches() {
        Failure failure = failureOf(command -> broker.publish("", key(command), command.input()));

        assertThat(failure.diagnosis()).isEqualTo("default-exchange");
    }

    @Test
    void blamesNoExchangeForAnEventThatIsSimplyLost() {
        Failure failure = failureOf(command -> {});

        assertThat(failure.diagnosis()).isEmpty();
        assertThat(failure.feedback().next()).isPresent();
    }

    @Test
    void seesThatABodyWasCut() {
        Failure failure = failureOf(command ->
                broker.publish("events", key(command), command.input().strip()));

        assertThat(failure.diagnosis()).isEqualTo("body-changed");
        assertThat(failure.feedback().expected().map(Untrusted::value))
                .hasValueSatisfying(expected -> assertThat(expected).contains("\\n"));
    }

    @Test
    void showsBothBodiesAgainOnOneLine() {
        Event event = new Event("north", "it's 5 %\n\tC:\\n\n");

        assertThat(Tools.runAndCompare(event, "north-desk"))
                .isEqualTo("printf 'it'\\''s 5 %%\\n\\tC:\\\\n\\n' | tee /tmp/body | ./publish north; cat -A /tmp/body;"
                        + " echo; amqp-get -u \"$AMQP_URL\" -q north-desk | cat -A");
    }

    @Test
    void seesThatAnEventCameUnderAnotherKey() {
        Failure failure = failureOf(command -> broker.publish("events", "north.parcel.late", command.input()));

        assertThat(failure.feedback().seen().map(Untrusted::value)).contains("it came with the key north.parcel.late");
    }

    @Test
    void seesThatAnEventWasSentTwice() {
        Failure failure = failureOf(command -> {
            broker.publish("events", key(command), command.input());
            broker.publish("events", key(command), command.input());
        });

        assertThat(failure).hasMessage("./publish sends an event more than once");
    }

    @Test
    void tellsWhatAFailingProgramSaid() {
        LearnerProgram failing = FakeWorker.ending(1, "no such exchange\n").holding("publish");

        Failure failure = catchThrowableOfType(
                Failure.class,
                () -> new Publishing(failing, broker, evidence, Duration.ZERO)
                        .require(Event.samples(new Draw(1, "test"))));

        assertThat(failure.feedback().seen().map(Untrusted::value)).contains("exit code 1: no such exchange");
    }

    private Failure failureOf(Consumer<Command> program) {
        return catchThrowableOfType(
                Failure.class, () -> publishing(program).require(Event.samples(new Draw(1, "test"))));
    }

    private Publishing publishing(Consumer<Command> program) {
        return new Publishing(FakeWorker.succeeding(program).holding("publish"), broker, evidence, Duration.ZERO);
    }

    private static String key(Command command) {
        return command.words().get(1);
    }
}
