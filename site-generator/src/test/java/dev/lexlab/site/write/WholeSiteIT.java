package dev.lexlab.site.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever becomes of a build, the site that was there or the new one is there, whole: the real program is killed at random
 * moments, runs out of room, and runs twice at once into the same folder.
 *
 * <p>{@code -Dwhole.site.rounds=100} makes it 100 kills, 20 full disks and 20 double builds; {@code -Dwhole.site.seed} repeats
 * an earlier run's choices (its moments are the machine's).
 */
class WholeSiteIT {
    private static final int KILLS = Integer.getInteger("whole.site.rounds", 6);
    private static final int OTHERS = Math.max(3, KILLS / 5);
    private static final long SEED = Long.getLong("whole.site.seed", System.nanoTime());

    private static final AtomicInteger WHOLE = new AtomicInteger();

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @BeforeEach
    void tellTheSeed() {
        System.out.println("whole: -Dwhole.site.seed=" + SEED);
    }

    @AfterAll
    static void tellTheSum() {
        System.out.println("whole: " + WHOLE + " of " + (KILLS + 2 * OTHERS));
    }

    @Test
    void aKilledBuildLeavesAWholeSiteAndTheNextOneCleansUp() throws Exception {
        Versions versions = Versions.begin(folder.resolve("course"), folder.resolve("aside"));
        Shown shown = new Shown(versions);
        Moments moments = Moments.measure(versions, folder, random);
        String before = shown.version();
        int early = 0;
        int late = 0;
        int tooLate = 0;
        while (early + late < KILLS) {
            String version = another(before);
            boolean whileItWrites = (early + late) % 2 == 0;
            Build build = Build.start(versions, version, folder, sometimesClean());
            if (whileItWrites) {
                moments.awaitSomeMomentOfWriting(build, version);
            } else {
                moments.awaitAnyMoment(build);
            }
            build.process().destroyForcibly();
            if (build.exit() != Build.KILLED) {
                // It was faster than this time. What it did is judged all the same, but it is no kill.
                tooLate++;
                assertThat(tooLate).as("kills that came too late").isLessThan(KILLS + 20);
            } else if (whileItWrites) {
                late++;
            } else {
                early++;
            }
            assertThat(shown.version())
                    .as("kill %d, %s", early + late, build.text())
                    .isIn(before, version);
            long began = System.nanoTime();
            before = buildsAndTidies(versions, shown, random.nextBoolean() ? version : another(version));
            moments = moments.withBuild(System.nanoTime() - began); // a machine is not equally busy all the time
        }
        System.out.println("whole: " + early + " killed at any moment, " + late + " while they wrote; " + tooLate
                + " more had ended before");
        WHOLE.addAndGet(early + late);
    }

    @Test
    void twoBuildsAtOnceEndWithOneOfTheirSitesAndNoReaderMeetsAnythingElse() throws Exception {
        Versions versions = Versions.begin(folder.resolve("course"), folder.resolve("aside"));
        Shown shown = new Shown(versions);
        String before = buildsAndTidies(versions, shown, Versions.NAMES.get(0));
        try (SteadyReader reader = new SteadyReader(versions)) {
            for (int round = 1; round <= OTHERS; round++) {
                String one = another(before);
                // In every third round both are the same.
                String other = round % 3 == 0 ? one : another(before);
                int passes = reader.passes();
                Build first = Build.start(versions, one, folder, sometimesClean());
                Build second = Build.start(versions, other, folder, sometimesClean());
                assertThat(first.exit()).as(first.text()).isZero();
                assertThat(second.exit()).as(second.text()).isZero();
                before = shown.version();
                assertThat(before).as("round %d", round).isIn(one, other);
                assertThat(reader.fault()).as("what the reader met").isEmpty();
                assertThat(reader.passes()).isGreaterThan(passes);
                WHOLE.incrementAndGet();
            }
            System.out.println("whole: the reader read " + reader.passes() + " sites meanwhile");
        }
        shown.age();
        buildsAndTidies(versions, shown, another(before));
    }

    @Test
    void aFullDiskIsToldAndLeavesTheSiteThatWasThere() throws Exception {
        int whole = SmallDisk.run(
                folder, List.of(FullDisk.class.getName(), String.valueOf(OTHERS), String.valueOf(random.nextLong())));

        assertThat(whole).isEqualTo(OTHERS);
        WHOLE.addAndGet(whole);
    }

    /** A build that nothing happens to. */
    private String buildsAndTidies(Versions versions, Shown shown, String version)
            throws IOException, InterruptedException {
        if (Files.exists(versions.out())) {
            shown.age();
        }
        Build build = Build.start(versions, version, folder);
        assertThat(build.exit()).as(build.text()).isZero();
        assertThat(shown.version()).isEqualTo(version);
        assertThat(shown.leftovers()).isEmpty();
        return version;
    }

    private String another(String version) {
        List<String> others =
                Versions.NAMES.stream().filter(name -> !name.equals(version)).toList();
        return others.get(random.nextInt(others.size()));
    }

    private String[] sometimesClean() {
        return random.nextInt(3) == 0 ? new String[] {"--clean"} : new String[0];
    }

    /**
     * When to kill.
     *
     * @param build how long a whole one takes, in nanoseconds
     * @param writing how long one takes from its first file until it is shown, in nanoseconds
     */
    private record Moments(Versions versions, Random random, long build, long writing) {
        private static final long GLANCE = 100_000;

        /** Builds some versions to see how long that takes here. The first one is slower: it makes the program's archive. */
        static Moments measure(Versions versions, Path logs, Random random) throws IOException, InterruptedException {
            Moments measured = new Moments(versions, random, 0, 0);
            for (String version : Versions.NAMES) {
                measured = measured.measure(Build.start(versions, version, logs), version);
            }
            System.out.printf(
                    "whole: a build takes %d ms, %d of them from its first file until it is shown%n",
                    TimeUnit.NANOSECONDS.toMillis(measured.build), TimeUnit.NANOSECONDS.toMillis(measured.writing));
            return measured;
        }

        private Moments measure(Build measured, String version) throws IOException, InterruptedException {
            long began = System.nanoTime();
            awaitWriting(measured, version);
            long writes = System.nanoTime();
            while (!isShown(version) && measured.process().isAlive()) {
                LockSupport.parkNanos(GLANCE);
            }
            long shows = System.nanoTime();
            assertThat(measured.exit()).as(measured.text()).isZero();
            return new Moments(versions, random, System.nanoTime() - began, shows - writes);
        }

        Moments withBuild(long nanos) {
            return new Moments(versions, random, nanos, writing);
        }

        private boolean isShown(String version) throws IOException {
            return Files.exists(versions.out()) && versions.out().toRealPath().endsWith(versions.generation(version));
        }

        void awaitAnyMoment(Build killed) throws InterruptedException {
            killed.process().waitFor((long) (random.nextDouble() * build), TimeUnit.NANOSECONDS);
        }

        void awaitSomeMomentOfWriting(Build killed, String version) {
            long wait = (long) (random.nextDouble() * writing);
            awaitWriting(killed, version);
            long until = System.nanoTime() + wait;
            while (System.nanoTime() < until && killed.process().isAlive()) {
                Thread.onSpinWait();
            }
        }

        /** It lasts some milliseconds, so it is looked for more often than that. */
        private void awaitWriting(Build build, String version) {
            Path begun = versions.out()
                    .resolveSibling(".site-generations")
                    .resolve(versions.generation(version) + ".partial");
            while (!Files.exists(begun) && build.process().isAlive()) {
                LockSupport.parkNanos(GLANCE);
            }
        }
    }
}
