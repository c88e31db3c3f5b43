package dev.lexlab.graders.postgres.writers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.graders.postgres.writers.Books.Account;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final Books BOOKS = Books.of(List.of(new Account(1, 7, 50)));
    private static final Operation THREE = Operation.withdraw(1, 3);
    private static final Operation FIVE = Operation.withdraw(1, 5);
    private static final String BEFORE = "psql -c \"TRUNCATE households, accounts, movements CASCADE\""
            + " -c \"INSERT INTO households (id, name) VALUES (7, 'household 7')\""
            + " -c \"INSERT INTO accounts (id, household_id, balance) VALUES (1, 7, 50)\"; ";
    private static final String AFTER = "; wait; psql -c \"SELECT id, household_id, balance FROM accounts ORDER BY id\""
            + " -c \"SELECT account_id, amount FROM movements ORDER BY account_id, amount\"";

    @Test
    void isRepeatedInOneShellWithTheFirstClientAsleepInItsTransaction() {
        assertThat(Scene.whileFirstIsOpen("", "two", BOOKS, THREE, FIVE).reproduce(Isolation.SERIALIZABLE))
                .isEqualTo(BEFORE
                        + "psql -c \"BEGIN ISOLATION LEVEL SERIALIZABLE\" -c \"SELECT withdraw(1, 3)\""
                        + " -c \"SELECT pg_sleep(2)\" -c \"COMMIT\" & sleep 1; "
                        + "psql -c \"BEGIN ISOLATION LEVEL SERIALIZABLE\" -c \"SELECT withdraw(1, 5)\" -c \"COMMIT\""
                        + AFTER);
    }

    @Test
    void isRepeatedWithTheSameEnding() {
        assertThat(Scene.whileFirstIsOpen("", "two", BOOKS, THREE, FIVE)
                        .firstGivesUp()
                        .reproduce(Isolation.READ_COMMITTED))
                .contains("-c \"SELECT pg_sleep(2)\" -c \"ROLLBACK\" &");
    }

    @Test
    void isRepeatedWithSomebodyAsleepOnTheRows() {
        assertThat(Scene.behindLockedRows("", "two", BOOKS, List.of(1), THREE, FIVE)
                        .reproduce(Isolation.READ_COMMITTED))
                .isEqualTo(BEFORE
                        + "psql -c \"BEGIN\" -c \"SELECT id FROM accounts WHERE id IN (1) ORDER BY id FOR SHARE\""
                        + " -c \"SELECT pg_sleep(3)\" -c \"COMMIT\" & sleep 1; "
                        + "psql -c \"BEGIN ISOLATION LEVEL READ COMMITTED\" -c \"SELECT withdraw(1, 3)\" -c \"COMMIT\""
                        + " & sleep 1; "
                        + "psql -c \"BEGIN ISOLATION LEVEL READ COMMITTED\" -c \"SELECT withdraw(1, 5)\" -c \"COMMIT\""
                        + AFTER);
    }
}
