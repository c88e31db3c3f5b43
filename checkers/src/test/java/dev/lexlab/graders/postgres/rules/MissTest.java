package dev.lexlab.graders.postgres.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Failure;
import dev.lexlab.check.author.Outcome;
import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.text.Untrusted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissTest {
    private static final Row ROOM = Row.of("rooms", 7).with("name", "fern");
    private static final Probe FORBIDDEN = Probe.refused(
                    Rule.UNIQUE, "rooms' names", "a second room", List.of(ROOM), "INSERT …")
            .mistake("null-is-not-equal");
    private static final Probe ALLOWED =
            Probe.accepted("a neighbour", List.of(), "INSERT …").mistake("closed-range");

    @Test
    void saysWhatWasTakenAndShowsItAgain() {
        Feedback feedback = new Miss(FORBIDDEN, taken(1)).failure(true, 2).feedback();

        assertThat(feedback.summary()).isEqualTo("the database took a second room (and 2 more wrong answers)");
        assertThat(feedback.expected()).map(Untrusted::value).contains("refused with 23505 (unique violation)");
        assertThat(feedback.seen()).map(Untrusted::value).contains("accepted");
        assertThat(feedback.reproduce())
                .map(reproduction -> reproduction.command().value())
                .contains("psql -c \"BEGIN\" -c \"INSERT INTO rooms (id, name) VALUES (7, 'fern')\""
                        + " -c \"INSERT …\" -c \"ROLLBACK\"");
    }

    @Test
    void showsTheCodeWhereTheCodeIsWrong() {
        Feedback feedback =
                new Miss(FORBIDDEN, refused("P0001")).failure(false, 0).feedback();

        assertThat(feedback.summary()).isEqualTo("the database refused a second room, but with another error");
        assertThat(feedback.reproduce())
                .map(reproduction -> reproduction.command().value())
                .hasValueSatisfying(command ->
                        assertThat(command).startsWith("psql -c \"\\\\set VERBOSITY verbose\" -c \"BEGIN\""));
    }

    @Test
    void namesTheSpecialMistakeOnlyWhereTheRuleAsSuchIsThere() {
        assertThat(diagnosis(FORBIDDEN, taken(1), true)).isEqualTo("null-is-not-equal");
        assertThat(diagnosis(FORBIDDEN, taken(1), false)).isEqualTo("no-rule");
    }

    @Test
    void tellsErrorsApart() {
        assertThat(diagnosis(FORBIDDEN, refused("P0001"), true)).isEqualTo("other-error");
        assertThat(diagnosis(FORBIDDEN, refused("22000"), true)).isEqualTo("range-before-check");
        assertThat(diagnosis(FORBIDDEN, refused("42703"), true)).isEqualTo("names-changed");
        assertThat(diagnosis(ALLOWED, refused("42P01"), true)).isEqualTo("names-changed");
        assertThat(diagnosis(ALLOWED, refused("23P01"), true)).isEqualTo("closed-range");
    }

    @Test
    void neverTakesASwallowedStatementForAnAnswer() {
        Miss swallowed = new Miss(ALLOWED, taken(0));

        assertThat(ALLOWED.isAnsweredRightlyBy(taken(0))).isFalse();
        assertThat(ALLOWED.isAnsweredRightlyBy(taken(1))).isTrue();
        assertThat(swallowed.failure(true, 0).feedback().summary())
                .isEqualTo("the database took a neighbour, and dropped it without a word");
        assertThat(diagnosis(FORBIDDEN, taken(0), true)).isEqualTo("other-error");
    }

    @Test
    void givesANextStepWhereNoMistakeIsRecognised() {
        Failure failure = new Miss(ALLOWED, refused("23505")).failure(true, 0);

        assertThat(failure.diagnosis()).isEmpty();
        assertThat(failure.feedback().next())
                .contains("Look for the rule of yours that is stricter than the guide; the error may name it.");
    }

    private static String diagnosis(Probe probe, Outcome outcome, boolean ruled) {
        return new Miss(probe, outcome).failure(ruled, 0).diagnosis();
    }

    private static Outcome taken(long rows) {
        return new Outcome("INSERT …", rows, Optional.empty());
    }

    private static Outcome refused(String sqlState) {
        return new Outcome("INSERT …", 0, Optional.of(new Outcome.Refusal(sqlState, "no", Optional.empty())));
    }
}
