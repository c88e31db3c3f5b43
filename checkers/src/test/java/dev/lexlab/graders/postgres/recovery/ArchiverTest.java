package dev.lexlab.graders.postgres.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArchiverTest {
    private static final String SEGMENT = "00000001000000000000000B";

    @Test
    void hasASegmentWhereThatOrALaterOneWasArchivedLast() {
        assertThat(last(SEGMENT).has(SEGMENT)).isTrue();
        assertThat(last(SEGMENT + ".00000028.backup").has(SEGMENT)).isTrue();
        assertThat(last("000000020000000000000003").has(SEGMENT)).isTrue();
        assertThat(last("00000001000000000000000A").has(SEGMENT)).isFalse();
    }

    @Test
    void doesNotTakeAHistoryForASegment() {
        assertThat(last("00000002.history").has(SEGMENT)).isFalse();
        assertThat(last("").has(SEGMENT)).isFalse();
    }

    @Test
    void givesUpOnlyWhileTheLatestTriesFail() {
        assertThat(Archiver.parse("on\tA\tB\tt\t3\n").isHopeless()).isTrue();
        assertThat(Archiver.parse("on\tA\tB\tt\t2\n").isHopeless()).isFalse();
        assertThat(Archiver.parse("on\tA\tB\tf\t7\n").isHopeless()).isFalse();
    }

    @Test
    void expectsNothingOfAServerThatDoesNotAnswer() {
        assertThat(Archiver.parse("").mode()).isEqualTo("no answer");
        assertThat(Archiver.parse("").isHopeless()).isFalse();
    }

    private static Archiver last(String archived) {
        return Archiver.parse("on\t" + archived + "\t\tf\t0\n");
    }
}
