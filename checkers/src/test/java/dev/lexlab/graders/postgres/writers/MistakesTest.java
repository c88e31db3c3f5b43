package dev.lexlab.graders.postgres.writers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Outcome;
import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MistakesTest {
    private static final Books BOOKS = Books.of(List.of(new Account(1, 1, 50), new Account(2, 1, 7)));
    private static final Operation THREE = Operation.withdraw(1, 3);
    private static final Operation FIVE = Operation.withdraw(1, 5);

    @Test
    void aBalanceThatForgetsAMovementWasOverwritten() {
        Stored stored = new Stored(List.of("1: 45", "2: 7"), List.of("1: -5", "1: -3"));

        assertThat(WrongBooks.diagnosis(BOOKS, List.of(THREE, FIVE), stored)).isEqualTo("lost-update");
    }

    @Test
    void workThatIsNowhereWasSwallowed() {
        Stored stored = new Stored(List.of("1: 45", "2: 7"), List.of("1: -5"));

        assertThat(WrongBooks.diagnosis(BOOKS, List.of(THREE, FIVE), stored)).isEqualTo("swallowed");
    }

    @Test
    void workThatIsSomewhereWasHalfDone() {
        Stored stored = new Stored(List.of("1: 47", "2: 7"), List.of());

        assertThat(WrongBooks.diagnosis(BOOKS, List.of(THREE), stored)).isEqualTo("half-done");
    }

    @Test
    void tellsApartWhyAClientAloneIsAnsweredWrongly() {
        assertThat(WrongAnswer.diagnosis(Answer.TOO_LITTLE, told(""), true)).isEqualTo("no-refusal");
        assertThat(WrongAnswer.diagnosis(Answer.TOO_LITTLE, told(""), false)).isEqualTo("swallowed");
        assertThat(WrongAnswer.diagnosis(Answer.TOO_LITTLE, told("23514"), false))
                .isEqualTo("wrong-code");
        assertThat(WrongAnswer.diagnosis(Answer.TOO_LITTLE, told("LX002"), false))
                .isEqualTo("wrong-code");
        assertThat(WrongAnswer.diagnosis(Answer.DONE, told("LX001"), false)).isEmpty();
        assertThat(WrongAnswer.diagnosis(Answer.DONE, told("22003"), false)).isEqualTo("error-escapes");
        assertThat(WrongAnswer.diagnosis(Answer.UNKNOWN, told("42883"), false)).isEqualTo("names-changed");
    }

    @Test
    void tellsApartWhatEscapes() {
        assertThat(Escape.diagnosis("40001")).isEqualTo("not-repeated");
        assertThat(Escape.diagnosis("40P01")).isEqualTo("deadlock");
        assertThat(Escape.diagnosis("55P03")).isEqualTo("gives-up");
        assertThat(Escape.diagnosis("22003")).isEqualTo("error-escapes");
    }

    private static Outcome told(String sqlState) {
        Optional<Outcome.Refusal> refusal = sqlState.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.Refusal(sqlState, "no", Optional.empty()));
        return new Outcome("SELECT withdraw(1, 1)", 0, refusal);
    }
}
