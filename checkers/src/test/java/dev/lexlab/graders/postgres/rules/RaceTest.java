package dev.lexlab.graders.postgres.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {
    private static final Race RACE = Race.refused(Rule.APART, "both got it", List.of(), "INSERT 1", "INSERT 2");

    @Test
    void isRepeatedInOneShellWithTheFirstClientAsleepInItsTransaction() {
        assertThat(RACE.reproduce())
                .isEqualTo("psql -c \"BEGIN\" -c \"INSERT 1\" -c \"SELECT pg_sleep(3)\" -c \"COMMIT\" & sleep 1; "
                        + "psql -c \"BEGIN ISOLATION LEVEL READ COMMITTED\" -c \"INSERT 2\" -c \"COMMIT\"; wait");
    }

    @Test
    void isRepeatedWithTheSameIsolationAndTheSameEnding() {
        assertThat(RACE.repeatableRead().reproduce()).contains("BEGIN ISOLATION LEVEL REPEATABLE READ");
        assertThat(RACE.firstGivesUp().reproduce()).contains("-c \"SELECT pg_sleep(3)\" -c \"ROLLBACK\" &");
    }
}
