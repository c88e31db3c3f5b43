package dev.lexlab.graders.postgres.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.graders.postgres.recovery.Standing.State;
import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void readsTheTimelineOfAServerThatIsOpen() {
        assertThat(Standing.parse("f\t\t0000000A\n", "")).isEqualTo(new Standing(State.OPEN, 10, ""));
    }

    @Test
    void tellsAServerThatPausesFromOneThatRecoversOrWaits() {
        assertThat(state("t\tpaused RecoveryPause\t\n")).isEqualTo(State.PAUSED);
        assertThat(state("t\tpause requested\t\n")).isEqualTo(State.RECOVERING);
        assertThat(state("t\tnot paused RestoreCommand\t\n")).isEqualTo(State.RECOVERING);
        assertThat(state("t\tnot paused\t\n")).isEqualTo(State.RECOVERING);
        assertThat(state("t\tnot paused RecoveryRetrieveRetryInterval\t\n")).isEqualTo(State.STANDBY);
    }

    @Test
    void tellsAServerThatLetsNobodyInFromNoServer() {
        assertThat(Standing.parse("", "FATAL:  the database system is starting up\n"))
                .isEqualTo(new Standing(State.STARTING, 0, "FATAL:  the database system is starting up"));
        assertThat(Standing.parse("nobody\n", "no such file").state()).isEqualTo(State.GONE);
    }

    private static State state(String answer) {
        return Standing.parse(answer, "").state();
    }
}
