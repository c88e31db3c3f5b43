package dev.lexlab.graders.postgres.blockers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final Scene SCENE = new Scene(
            List.of("CREATE TABLE t ()"),
            List.of(
                    List.of(Part.inTransaction("alone", "SELECT 1")),
                    List.of(
                            Part.inTransaction("one", "SELECT 1"),
                            Part.active("two", "SELECT 2"),
                            Part.waiting("both", "ALTER", "one", "two"),
                            Part.waiting("queued", "SELECT 3", "both", "one"))));

    @Test
    void aRootIsWaitedForAndDoesNotWait() {
        assertThat(SCENE.roots().keySet()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void whoWaitsOnSeveralWaysIsBehindARootOnce() {
        assertThat(SCENE.roots().get("one")).containsExactly("both", "queued");
        assertThat(SCENE.roots().get("two")).containsExactly("both", "queued");
        assertThat(SCENE.directlyBehind("one")).isEqualTo(2);
        assertThat(SCENE.directlyBehind("two")).isEqualTo(1);
    }

    @Test
    void theSurroundingsOfASessionAreItsKnot() {
        assertThat(SCENE.around(Set.of("alone")).parts()).extracting(Part::name).containsExactly("alone");
        assertThat(SCENE.around(Set.of("queued")).parts()).hasSize(4);
    }

    @Test
    void aReplayBringsEverySessionToWhereItStands() {
        assertThat(Replay.of(SCENE.around(Set.of("queued"))).asking("SELECT 4"))
                .startsWith("on=$(mktemp); as() { ")
                .containsSubsequence(
                        "; psql -qX -c \"CREATE TABLE t ()\"",
                        "; as one 'BEGIN; SELECT 1;'",
                        "; as two 'BEGIN; SELECT 2; SELECT pg_sleep(60);'",
                        "; as both 'ALTER;'",
                        "; as queued 'SELECT 3;'",
                        "; psql -c \"SELECT 4\"; rm $on; kill -INT $all 2>/dev/null; wait");
    }
}
