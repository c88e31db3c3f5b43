package dev.lexlab.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What kernels of both kinds count, and what it comes to. */
class UsageTest {
    private static final String NOTHING_HIT = """
            pids/pids.events max 0
            pids/pids.max 100
            memory/memory.oom_control oom_kill_disable 0
            memory/memory.oom_control under_oom 0
            memory/memory.oom_control oom_kill 0
            memory/memory.limit_in_bytes 268435456
            df Filesystem     1024-blocks  Used Available Capacity Mounted on
            df tmpfs                65536     0     65536       0% /dev
            df tmpfs                16384   120     16264       1% /work
            dfi Filesystem     Inodes IUsed IFree IUse% Mounted on
            dfi tmpfs            1024     5  1019    1% /work
            """;

    @Test
    void whoeverKeepsToAllLimitsIsToldOfNone() {
        assertThat(Usage.of(NOTHING_HIT)).isEmpty();
        assertThat(Usage.of("")).isEmpty();
    }

    @Test
    void eachLimitIsToldWithItsValue() {
        assertThat(hits(NOTHING_HIT.replace("pids.events max 0", "pids.events max 17")))
                .containsExactly("more than 100 processes at once");
        assertThat(hits(NOTHING_HIT.replace("oom_kill 0", "oom_kill 1"))).containsExactly("more than 256 MB of memory");
        assertThat(hits(NOTHING_HIT.replace("16384   120     16264       1%", "16384 16384         0     100%")))
                .containsExactly("more than 16 MB in /work");
        assertThat(hits(NOTHING_HIT.replace("1024     5  1019    1%", "1024  1024     0  100%")))
                .containsExactly("more than 1024 files in /work");
    }

    @Test
    void theSecondVersionOfControlGroupsCountsTheSame() {
        assertThat(hits("""
                        pids.events max 3
                        pids.max 64
                        memory.events oom 2
                        memory.events oom_kill 2
                        memory.max 134217728
                        """)).containsExactly("more than 128 MB of memory", "more than 64 processes at once");
    }

    private static List<String> hits(String said) {
        return Usage.of(said).stream().map(LimitHit::what).toList();
    }
}
