package dev.lexlab.graders.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lexlab.check.TestEvidence;
import dev.lexlab.check.author.Draw;
import dev.lexlab.check.author.Failure;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.text.Untrusted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    private static final int SEEDS = 100;

    @Test
    void isContentWithTheReferenceForEverySeed() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Draw draw = new Draw(seed, "test");

            assertThatCode(() -> wished(FakeBroker.asAsked(), draw).requireAll())
                    .doesNotThrowAnyException();
            assertThatCode(() -> nearMisses(FakeBroker.asAsked(), draw).requireNothingElse())
                    .doesNotThrowAnyException();
            assertThatCode(() -> wishedTwice(FakeBroker.asAsked(), draw).requireOnce())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tracking, *.parcel.*, star-for-hash, a binding with *.parcel.* takes",
        "tracking, *.parcel.*.#, star-for-hash, a binding with *.parcel.*.# takes",
        "tracking, *.parcel, nothing-around, a binding with *.parcel takes",
        "tracking, parcel.#, no-binding, not one key with parcel arrived",
        "north-desk, north.*, star-for-hash, a binding with north.* takes",
        "north-desk, north, nothing-around, a binding with north takes",
        "alarms, #.late, nothing-around, a binding with #.late takes",
        "alarms, *.*.late, star-for-hash, a binding with *.*.late takes",
        "alarms, #.lost.#, no-binding, not one key with late arrived",
    })
    void namesTheMistakeThatWhatArrivedShows(String queue, String pattern, String diagnosis, String seen) {
        for (int seed = 0; seed < SEEDS; seed++) {
            FakeBroker broker = FakeBroker.asAsked().bind(queue, pattern);

            Failure failure = failureOf(wished(broker, new Draw(seed, "test"))::requireAll);

            assertThat(failure.diagnosis()).isEqualTo(diagnosis);
            assertThat(seen(failure)).endsWith(seen);
        }
    }

    @Test
    void tellsTwoPatternsThatLeaveAGapBetweenThem() {
        FakeBroker broker = FakeBroker.asAsked().bind("alarms", "#.late", "late.#", "#.lost.#", "#.damaged.#");

        Failure failure = failureOf(wished(broker, new Draw(1, "test"))::requireAll);

        assertThat(failure.diagnosis()).isEqualTo("nothing-around");
        assertThat(seen(failure)).endsWith("a binding with late.# or #.late takes");
    }

    @Test
    void givesANextStepWhereNoPatternExplainsWhatArrived() {
        FakeBroker broker = FakeBroker.asAsked().bind("tracking", "*.parcel", "*.parcel.*", "*.parcel.*.*");

        Feedback feedback =
                failureOf(wished(broker, new Draw(1, "test"))::requireAll).feedback();

        assertThat(feedback.next()).hasValueSatisfying(next -> assertThat(next).contains("word by word"));
        assertThat(feedback.term()).contains("binding");
    }

    @Test
    void showsAMissingEventAgain() {
        FakeBroker broker = FakeBroker.asAsked().bind("north-desk");

        Feedback feedback =
                failureOf(wished(broker, new Draw(1, "test"))::requireAll).feedback();

        assertThat(feedback.summary()).isEqualTo("north-desk misses events that it asked for");
        assertThat(feedback.expected().map(Untrusted::value))
                .contains("in a queue of north-desk: all keys with north as the first word");
        assertThat(feedback.reproduce()).hasValueSatisfying(reproduction -> {
            assertThat(reproduction.machine()).isEqualTo("worker");
            assertThat(reproduction.command().value())
                    .matches("amqp-publish -u \"\\$AMQP_URL\" -e events -r north[a-z0-9.]* -b 'an event';"
                            + " amqp-get -u \"\\$AMQP_URL\" -q north-desk && echo \\|\\| echo 'nothing in north-desk'");
        });
    }

    @Test
    void countsWhatNobodyAskedFor() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (String pattern : new String[] {"#", "#.parcel.#", "*.parcels.#"}) {
                FakeBroker broker = FakeBroker.asAsked().bind("tracking", "*.parcel.#", pattern);

                Failure failure = failureOf(nearMisses(broker, new Draw(seed, "test"))::requireNothingElse);

                assertThat(failure.diagnosis()).isEqualTo("too-much");
                assertThat(failure.getMessage()).isEqualTo("tracking gets events that it did not ask for");
            }
        }
    }

    @Test
    void countsCopiesInQueuesOfOneSubscriber() {
        for (int seed = 0; seed < SEEDS; seed++) {
            FakeBroker broker = FakeBroker.asAsked()
                    .without("alarms")
                    .bind("alarms.late", "#.late.#")
                    .bind("alarms.lost", "#.lost.#")
                    .bind("alarms.damaged", "#.damaged.#");

            Failure failure = failureOf(wishedTwice(broker, new Draw(seed, "test"))::requireOnce);

            assertThat(failure.diagnosis()).isEqualTo("copies");
            assertThat(seen(failure)).contains("copies, in the queues alarms.");
        }
    }

    @Test
    void allowsSeveralQueuesWhereNoKeyFitsTwo() {
        FakeBroker broker = FakeBroker.asAsked()
                .without("north-desk")
                .bind("north-desk.hub", "north")
                .bind("north-desk.things", "north.*.#");

        assertThatCode(() -> {
                    wished(broker, new Draw(1, "test")).requireAll();
                    wishedTwice(broker, new Draw(1, "test")).requireOnce();
                })
                .doesNotThrowAnyException();
    }

    private static Reach wished(FakeBroker broker, Draw draw) {
        return new Reach(Arrivals.of(new Keys(draw).wished(), draw, broker));
    }

    private static Reach nearMisses(FakeBroker broker, Draw draw) {
        return new Reach(Arrivals.of(new Keys(draw).nearMisses(), draw, broker));
    }

    private static Reach wishedTwice(FakeBroker broker, Draw draw) {
        return new Reach(Arrivals.of(new Keys(draw).wishedTwice(), draw, broker));
    }

    @Test
    void showsWhereEachEventWent() {
        TestEvidence evidence = new TestEvidence();
        FakeBroker broker = new FakeBroker().bind("alarms", "#.late.#", "late").bind("tracking", "*.parcel.#");

        Arrivals.of(List.of("late", "a.b"), new Draw(1, "test"), broker).notedIn(evidence);

        assertThat(evidence.traces.get("the way of each event"))
                .containsExactly(
                        "publisher -> events: a.b",
                        "events -> events: no queue takes a.b",
                        "publisher -> events: late",
                        "events -> alarms: late");
    }

    private static Failure failureOf(Runnable look) {
        return catchThrowableOfType(Failure.class, look::run);
    }

    private static String seen(Failure failure) {
        return failure.feedback().seen().map(Untrusted::value).orElse("");
    }
}
