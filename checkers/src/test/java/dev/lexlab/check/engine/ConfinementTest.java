package dev.lexlab.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.service.ServiceDefinition.Limits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What containers on kernels of both kinds said, and what each says where one control is not there. */
class ConfinementTest {
    private static final Limits LIMITS = new Limits(64, 100, 2);
    private static final Map<String, ContainerPlan.Tmpfs> FOLDERS =
            Map.of("/tmp", new ContainerPlan.Tmpfs(8, false), "/work", new ContainerPlan.Tmpfs(16, true));
    private static final String COMMON = """
            uid 1000
            CapEff 0000000000000000
            CapBnd 0000000000000000
            NoNewPrivs 1
            Seccomp 2
            swap 2097148
            mount 72 48 0:38 / / ro,relatime master:2 - overlay overlay rw,lowerdir=/a:/b
            mount 73 72 0:41 / /proc rw,nosuid,nodev,noexec,relatime - proc proc rw
            mount 89 72 0:47 / /tmp rw,nosuid,nodev,noexec,relatime - tmpfs tmpfs rw,size=8192k,nr_inodes=1024
            mount 90 72 0:48 / /work rw,nosuid,nodev,relatime - tmpfs tmpfs rw,size=16384k,nr_inodes=1024
            """;
    private static final String FIRST = COMMON + """
            pids/pids.max 100
            memory/memory.limit_in_bytes 67108864
            memory/memory.memsw.limit_in_bytes 67108864
            cpu/cpu.cfs_quota_us 200000
            """;
    private static final String SECOND = COMMON + """
            pids.max 100
            memory.max 67108864
            memory.swap.max 0
            cpu.max 200000 100000
            """;

    @Test
    void allIsInForceOnKernelsOfBothKinds() {
        assertThat(missing(FIRST)).isEmpty();
        assertThat(missing(SECOND)).isEmpty();
        assertThat(Confinement.of(FIRST, LIMITS, FOLDERS)).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    uid 1000                               | uid 0                     | account (asked: plain, in force: root)
                    CapBnd 0000000000000000                | CapBnd 00000000a80425fb   | rights (asked: none, in force: capabilities 00000000a80425fb)
                    NoNewPrivs 1                           | NoNewPrivs 0              | new rights (asked: off, in force: on)
                    Seccomp 2                              | Seccomp 0                 | system calls (asked: filtered, in force: all)
                    / / ro,                                | / / rw,                   | root (asked: read-only, in force: writable)
                    pids.max 100                           | pids.max 512              | processes (asked: 100, in force: 512)
                    pids.max 100                           | pids.max max              | processes (asked: 100, in force: none)
                    memory.max 67108864                    | memory.max 134217728      | memory (asked: 64 MB, in force: 128 MB)
                    memory.max 67108864                    | memory.max max            | memory (asked: 64 MB, in force: none)
                    memory.swap.max 0                      | memory.swap.max max       | swap (asked: none, in force: some)
                    cpu.max 200000 100000                  | cpu.max max 100000        | processors (asked: 2, in force: none)
                    cpu.max 200000 100000                  | cpu.max 400000 100000     | processors (asked: 2, in force: 4)
                    size=8192k                             | size=32768k               | /tmp (asked: 8 MB, 1024 files, nothing runs, in force: 32 MB, 1024 files, nothing runs)
                    size=8192k,nr_inodes=1024              | size=8192k                | /tmp (asked: 8 MB, 1024 files, nothing runs, in force: 8 MB, any number of files, nothing runs)
                    /tmp rw,nosuid,nodev,noexec            | /tmp rw,nosuid,nodev      | /tmp (asked: 8 MB, 1024 files, nothing runs, in force: 8 MB, 1024 files)
                    /work rw,nosuid,nodev,relatime - tmpfs | /work rw - ext4           | /work (asked: 16 MB, 1024 files, in force: not in memory)
                    """)
    void aControlThatIsWeakerOrNotThereIsTold(String said, String instead, String told) {
        assertThat(SECOND).contains(said);

        assertThat(missing(SECOND.replace(said, instead))).containsExactly(told);
    }

    @Test
    void swapThatTheMachineDoesNotHaveNeedsNoLimit() {
        String unlimited = SECOND.replace("memory.swap.max 0\n", "");
        assertThat(missing(unlimited)).containsExactly("swap (asked: none, in force: some)");

        assertThat(missing(unlimited.replace("swap 2097148", "swap 0"))).isEmpty();
    }

    @Test
    void whatSaysNothingHoldsNothing() {
        assertThat(missing("")).hasSize(11);
    }

    private static List<String> missing(String said) {
        return Confinement.of(said, LIMITS, FOLDERS).stream()
                .filter(control -> !control.isInForce())
                .map(Control::toString)
                .toList();
    }
}
