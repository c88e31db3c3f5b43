package dev.lexlab.graders.postgres.writers;

import static dev.lexlab.graders.postgres.writers.Answer.DONE;
import static dev.lexlab.graders.postgres.writers.Answer.TOO_LITTLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final Books BOOKS =
            Books.of(List.of(new Account(1, 1, 50), new Account(2, 1, 0), new Account(3, 2, 0)));

    @Test
    void eitherMayHaveComeFirst() {
        Orders orders = new Orders(BOOKS, List.of(Operation.withdraw(1, 50), Operation.withdraw(2, 50)));

        assertThat(orders.explain(List.of(DONE, TOO_LITTLE))).isTrue();
        assertThat(orders.explain(List.of(TOO_LITTLE, DONE))).isTrue();
    }

    @Test
    void bothCannotHaveWhatIsThereOnce() {
        Orders orders = new Orders(BOOKS, List.of(Operation.withdraw(1, 50), Operation.withdraw(2, 50)));

        assertThat(orders.explain(List.of(DONE, DONE))).isFalse();
        assertThat(orders.mostDone()).isEqualTo(1);
    }

    @Test
    void nobodyIsRefusedForNothing() {
        Orders orders = new Orders(BOOKS, List.of(Operation.withdraw(1, 50), Operation.withdraw(2, 50)));

        assertThat(orders.explain(List.of(TOO_LITTLE, TOO_LITTLE))).isFalse();
    }

    @Test
    void theSecondMayLiveOnWhatTheFirstBrings() {
        Orders orders = new Orders(BOOKS, List.of(Operation.transfer(2, 3, 30), Operation.transfer(1, 2, 50)));

        assertThat(orders.explain(List.of(DONE, DONE))).isTrue();
        assertThat(orders.explain(List.of(TOO_LITTLE, DONE))).isTrue();
        assertThat(orders.mostDone()).isEqualTo(2);
    }
}
