package dev.lexlab.check.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.LabNetwork;
import dev.lexlab.check.engine.Loosened;
import dev.lexlab.check.engine.RunningContainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What all controls together cost: a start and a whole check with them and without, in turn, so that a busy machine slows both. No
 * test by its name; ask for it: {@code mvn verify -pl checkers -am -Dskip.unit.tests -Dit.test=CostOfSafety
 * -Dfailsafe.failIfNoSpecifiedTests=false}. The goal is five of a hundred.
 */
class CostOfSafety {
    private static final int ROUNDS = 25;
    private static final String WORK = "#!/bin/sh\necho done\n";

    @TempDir
    Path folder;

    @Test
    void ofAStartAndOfACheck() throws Exception {
        Loosened plain = Loosened.plain();
        List<Long> heldStarts = new ArrayList<>();
        List<Long> plainStarts = new ArrayList<>();
        List<Long> heldChecks = new ArrayList<>();
        List<Long> plainChecks = new ArrayList<>();
        try (Box box = new Box(folder);
                Engine held = Loosened.NOTHING.connect(System.getenv());
                Engine bare = plain.connect(System.getenv())) {
            LabNetwork heldNetwork = held.network("lab");
            LabNetwork bareNetwork = bare.network("lab");
            for (int round = -2; round < ROUNDS; round++) { // the first ones warm up
                long heldStart = time(() -> start(held, box, heldNetwork));
                long plainStart = time(() -> start(bare, box, bareNetwork));
                long heldCheck = time(() -> check(box, Loosened.NOTHING));
                long plainCheck = time(() -> check(box, plain));
                if (round >= 0) {
                    heldStarts.add(heldStart);
                    plainStarts.add(plainStart);
                    heldChecks.add(heldCheck);
                    plainChecks.add(plainCheck);
                }
            }
        }
        tell("container start, a command, removal", heldStarts, plainStarts);
        tell("check in a sandbox", heldChecks, plainChecks);
        assertThat(heldChecks).hasSize(ROUNDS);
    }

    private static void start(Engine engine, Box box, LabNetwork network) throws Exception {
        try (RunningContainer machine = Talk.machine(engine, box, network)) {
            assertThat(machine.exec(Duration.ofSeconds(10), "true").succeeded()).isTrue();
        }
    }

    private static void check(Box box, Loosened loosened) throws Exception {
        assertThat(box.run(loosened, WORK)).isEqualTo("works PASSED\nafter PASSED");
    }

    private static long time(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    private static void tell(String what, List<Long> held, List<Long> plain) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f ms held, %.0f ms plain, %+.1f %% (medians of %d)%n",
                what,
                median(held) / 1e6,
                median(plain) / 1e6,
                100.0 * (median(held) - median(plain)) / median(plain),
                held.size());
    }

    private static double median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** What is timed. */
    private interface Work {
        void run() throws Exception;
    }
}
