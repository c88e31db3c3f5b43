package dev.lexlab.check.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.check.TestConsole;
import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.lab.console.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table and the exit code, of things that take exactly as long as they say. */
class BenchTest {
    private static final Pattern OF_THIS_RUN = Pattern.compile("(?m)^.* processors, Java .*$|\\d+(?= s$)");

    private final TestConsole console = new TestConsole(false);
    private final List<Throwable> faults = new ArrayList<>();
    private int closed;
    private boolean isEnding;

    @Test
    void eachRowHasItsFiguresAndItsGoal() throws Exception {
        ExitCode code = run(
                List.of("quick", "slow"),
                3,
                measuring("quick", Goal.within(20), 1, 900, 0.41, 0.35, 0.62),
                measuring("slow", Goal.beyondReference(1_500), 0, 1_800, 1_900, 2_000));

        assertThat(code).isEqualTo(ExitCode.NO);
        assertThat(said()).isEqualTo("""
                                         median       min–max rounds reference   ratio  goal
                ✔ quick                    0.41     0.35–0.62      3       100   ×0.00  ≤ 20 ms, met
                ✘ slow                     1900     1800–2000      3       100   ×19.0  ≤ ref. + 1500 ms, not met

                Medians in milliseconds; what each row is about, and what it is held against, measured in turn:
                  quick: how quick is it (containers)
                    held against a snail
                  slow: how slow is it (containers)
                    held against a snail
                ‹this run›

                goals not met: 1; met: 1 of 2 in ‹this run› s
                """);
        assertThat(closed).isEqualTo(2);
    }

    @Test
    void allGoalsMetIsAYes() throws Exception {
        assertThat(run(List.of("quick"), 2, measuring("quick", Goal.within(20), 0, 3, 4)))
                .isEqualTo(ExitCode.YES);
        assertThat(said()).endsWith("\ngoals met: 1 of 1 in ‹this run› s\n");
    }

    @Test
    void whatCannotBeMeasuredIsToldInOneLineAndBeatsAMissedGoal() throws Exception {
        ExitCode code = run(
                List.of("gone", "slow"),
                1,
                failing("gone", new CannotGrade("no engine\n  answers", "./lexlab setup")),
                measuring("slow", Goal.within(1), 0, 2));

        assertThat(code).isEqualTo(ExitCode.COULD_NOT);
        assertThat(said())
                .contains("\n? gone                 could not measure: no engine answers; ./lexlab setup\n✘ slow ")
                .endsWith("\ncould not measure: 1 of 2; goals met: 0 of 2 in ‹this run› s\n");
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsNobodysFaultIsToldToWhoeverLooksForIt() throws Exception {
        IllegalStateException fault = new IllegalStateException("oh");

        assertThat(run(List.of("odd"), 1, failing("odd", fault))).isEqualTo(ExitCode.COULD_NOT);
        assertThat(said())
                .contains("could not measure: java.lang.IllegalStateException: oh; report it if it stays\n")
                .doesNotContain("\tat ");
        assertThat(faults).containsExactly(fault);
    }

    @Test
    void onlyWhatIsWantedIsMeasured() throws Exception {
        run(
                List.of("quick"),
                1,
                failing("gone", new IllegalStateException("nobody asked")),
                measuring("quick", Goal.within(20), 0, 3));

        assertThat(said()).doesNotContain("gone").contains("quick");
    }

    @Test
    void whoeverIsInterruptedTellsNoSum() throws Exception {
        isEnding = true;

        assertThat(run(List.of("quick"), 1, measuring("quick", Goal.within(20), 0, 3)))
                .isEqualTo(ExitCode.INTERRUPTED);
        assertThat(said()).doesNotContain("goals");
    }

    @Test
    void numbersHaveThreeDigitsThatMeanSomething() {
        assertThat(List.of(
                        BenchTable.number(0.123),
                        BenchTable.number(12.34),
                        BenchTable.number(1234.4),
                        BenchTable.number(-0.5)))
                .containsExactly("0.12", "12.3", "1234", "-0.50");
    }

    private ExitCode run(List<String> wanted, int rounds, Measurement... measurements) throws InterruptedException {
        return new Bench(List.of(measurements), console.console(), () -> isEnding, faults::add).run(wanted, rounds);
    }

    private String said() {
        return OF_THIS_RUN
                .matcher(console.said().replace(System.lineSeparator(), "\n"))
                .replaceAll("‹this run›");
    }

    private Measurement measuring(String name, Goal goal, int warmUps, double... times) {
        Iterator<Double> next = java.util.Arrays.stream(times).iterator();
        return new Fake(name, goal, warmUps, () -> new Measurement.Rounds() {
            @Override
            public Measurement.Round next() {
                return new Measurement.Round(next.next(), 100);
            }

            @Override
            public String environment() {
                return "containers";
            }

            @Override
            public void close() {
                closed++;
            }
        });
    }

    private static Measurement failing(String name, RuntimeException failure) {
        return new Fake(name, Goal.within(1), 0, () -> {
            throw failure;
        });
    }

    private interface Beginning {
        Measurement.Rounds begin() throws IOException;
    }

    private record Fake(String name, Goal goal, int warmUps, Beginning beginning) implements Measurement {
        @Override
        public Subject subject() {
            return new Subject(name, "how " + name + " is it", "a snail", goal, warmUps);
        }

        @Override
        public Rounds begin() throws IOException {
            return beginning.begin();
        }
    }
}
