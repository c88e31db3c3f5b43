package dev.lexlab.graders.postgres.writers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTest {
    /** Household 1 has 70 in all, household 2 has 5. */
    private static final Books BOOKS =
            Books.of(List.of(new Account(11, 1, 100), new Account(12, 1, -30), new Account(21, 2, 5)));

    @Test
    void aWithdrawalMayOverdrawAnAccountButNotTheHousehold() {
        assertThat(BOOKS.answer(Operation.withdraw(12, 70))).isEqualTo(Answer.DONE);
        assertThat(BOOKS.answer(Operation.withdraw(12, 71))).isEqualTo(Answer.TOO_LITTLE);
    }

    @Test
    void aTransferWithinTheHouseholdNeedsTheAccountOnly() {
        assertThat(BOOKS.answer(Operation.transfer(11, 12, 100))).isEqualTo(Answer.DONE);
        assertThat(BOOKS.answer(Operation.transfer(11, 12, 101))).isEqualTo(Answer.TOO_LITTLE);
    }

    @Test
    void aTransferToStrangersNeedsTheHouseholdToo() {
        assertThat(BOOKS.answer(Operation.transfer(11, 21, 70))).isEqualTo(Answer.DONE);
        assertThat(BOOKS.answer(Operation.transfer(11, 21, 71))).isEqualTo(Answer.TOO_LITTLE);
    }

    @Test
    void knowsItsAccounts() {
        assertThat(BOOKS.answer(Operation.withdraw(99, 1))).isEqualTo(Answer.UNKNOWN);
        assertThat(BOOKS.answer(Operation.transfer(11, 99, 1))).isEqualTo(Answer.UNKNOWN);
        assertThat(BOOKS.answer(Operation.transfer(99, 11, 1))).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void refusesToMoveNothing() {
        assertThat(BOOKS.answer(Operation.withdraw(11, 0))).isEqualTo(Answer.NONSENSE);
        assertThat(BOOKS.answer(Operation.transfer(11, 11, 1))).isEqualTo(Answer.NONSENSE);
    }

    @Test
    void notesEveryChangeOfABalance() {
        Books after = BOOKS.after(List.of(Operation.transfer(11, 21, 20), Operation.withdraw(11, 3)));

        assertThat(after.balanceLines()).containsExactly("11: 77", "12: -30", "21: 25");
        assertThat(after.movementLines()).containsExactly("11: -20", "11: -3", "21: 20");
        assertThat(BOOKS.movementLines()).isEmpty();
    }

    @Test
    void canBeOpenedAgainByHand() {
        assertThat(BOOKS.inserts())
                .containsExactly(
                        "INSERT INTO households (id, name) VALUES (1, 'household 1'), (2, 'household 2')",
                        "INSERT INTO accounts (id, household_id, balance) VALUES (11, 1, 100), (12, 1, -30), (21, 2, 5)");
    }
}
