package dev.lexlab.graders.postgres.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.graders.postgres.recovery.Standing.State;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AftermathTest {
    private static final Snapshot AT_BACKUP = holding(Map.of("stays", "3", "notes", "3"));
    private static final Snapshot AT_POINT = holding(Map.of("stays", "5", "notes", "5"));
    private static final Snapshot LATE = holding(Map.of("stays", "7", "notes", "7"));

    @Test
    void knowsEachStretchOfTheHistory() {
        assertThat(of(AT_POINT)).isEqualTo(Aftermath.AS_AT_THE_POINT);
        assertThat(of(AT_BACKUP)).isEqualTo(Aftermath.AS_BACKED_UP);
        assertThat(of(LATE)).isEqualTo(Aftermath.LATE);
        assertThat(of(holding(Map.of("stays", "2")))).isEqualTo(Aftermath.AFTER_THE_ACCIDENT);
        assertThat(of(holding(Map.of("stays", "5", "notes", "4")))).isEqualTo(Aftermath.OTHER);
    }

    @Test
    void doesNotTakeAServerWithoutTheDatabaseForOneAfterTheAccident() {
        assertThat(of(holding(Map.of()))).isEqualTo(Aftermath.OTHER);
    }

    @Test
    void takesOldRowsForAMissingSignalOnlyOnTheTimelineOfTheLostServer() {
        assertThat(Aftermath.AS_BACKED_UP.diagnosis(open(1))).isEqualTo("no-signal");
        assertThat(Aftermath.AS_BACKED_UP.diagnosis(open(2))).isEmpty();
    }

    @Test
    void takesAServerThatWaitsForMoreForAStandbyWhateverItHolds() {
        Standing waiting = new Standing(State.STANDBY, 0, "");
        assertThat(Aftermath.AFTER_THE_ACCIDENT.diagnosis(waiting)).isEqualTo("standby");
        assertThat(Aftermath.AFTER_THE_ACCIDENT.diagnosis(open(2))).isEqualTo("no-target");
    }

    private static Aftermath of(Snapshot found) {
        return Aftermath.of(found, AT_BACKUP, AT_POINT, LATE);
    }

    private static Standing open(int timeline) {
        return new Standing(State.OPEN, timeline, "");
    }

    private static Snapshot holding(Map<String, String> tables) {
        return new Snapshot(tables, Map.of(), "");
    }
}
