package dev.lexlab.graders.postgres.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.author.Ran;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final String TOLD = """
            == snapshot
            rows\tstays\t2\tabc
            last\tpublic.numbers\t7
            last\tpublic.unused\t
            something else
            == snapshot
            rows\tstays\t3\tabd
            """;

    @Test
    void readsEverySnapshotOfAHistory() {
        List<Snapshot> all = Snapshot.all(TOLD);
        assertThat(all).hasSize(2);
        assertThat(all.get(0).tables()).isEqualTo(Map.of("stays", "2 rows, hash abc"));
        assertThat(all.get(0).hasRowsOf(all.get(1))).isFalse();
    }

    @Test
    void namesTheSequenceThatDoesNotGoOn() {
        Snapshot lost = Snapshot.all(TOLD).get(0);
        Snapshot found = new Snapshot(lost.tables(), Map.of("public.numbers", "1", "public.unused", ""), "");
        assertThat(found.sequenceUnlike(lost)).contains("public.numbers");
        assertThat(found.lastOf("public.unused")).isEqualTo("no number was given yet");
        assertThat(lost.sequenceUnlike(lost)).isEmpty();
    }

    @Test
    void saysWhatTheServerSaidWhereNothingIsThere() {
        Snapshot none = Snapshot.parse(new Ran("", 2, "", "FATAL:  database \"x\" does not exist\n"));
        assertThat(none.rowsInWords()).isEqualTo("FATAL:  database \"x\" does not exist");
        assertThat(none.lacksTableOf(Snapshot.all(TOLD).get(0))).isTrue();
    }
}
