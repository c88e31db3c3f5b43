package dev.lexlab.site.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class StopwatchTest {
    private static final double TICK = 0.011;

    private Workplace workplace;

    @BeforeEach
    void aWorkplace() throws Exception {
        workplace = Workplace.make(false);
    }

    @AfterEach
    void closed() throws Exception {
        Path folder = workplace.folder();
        workplace.close();
        assertThat(folder).doesNotExist();
    }

    @Test
    void readsWhatTheShellSaysOfItsChildren() throws Exception {
        assertThat(Stopwatch.cpuSeconds("9m9.000000s 9m9.000000s\n1m1.500000s 0m0.250000s\n"))
                .isEqualTo(61.75);
        assertThat(Stopwatch.cpuSeconds("0m0,001s 0m0,002s\n0m1,5s 0m0,25s\n")).isEqualTo(1.75);
        assertThatThrownBy(() -> Stopwatch.cpuSeconds("real 1.0\n"))
                .hasMessage("the shell's 'times' says nothing we understand: 'real 1.0'");
    }

    /** The kernel's own count for a process that does nothing else, told by itself at its end. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void countsAProcessAndWhatItStarted() throws Exception {
        String counting = "i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done; cat /proc/self/stat >/dev/null; times";
        Took took = new Stopwatch(workplace).run(List.of("sh", "-c", "sh -c '" + counting + "'"));

        String own = took.said().lines().findFirst().orElseThrow();
        double told = Stopwatch.cpuSeconds("0m0s 0m0s\n" + own);
        assertThat(told).isPositive();
        assertThat(took.cpuSeconds()).isGreaterThanOrEqualTo(told - 2 * TICK);
        assertThat(took.seconds()).isGreaterThanOrEqualTo(told - 2 * TICK);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void notesMostMemoryOfTheLargestProcess() throws Exception {
        Path file = Files.writeString(workplace.folder().resolve("Holds.java"), """
                class Holds {
                    static byte[] held;
                    public static void main(String[] arguments) throws Exception {
                        held = new byte[Integer.parseInt(arguments[0]) * 1_000_000];
                        java.util.Arrays.fill(held, (byte) 1);
                        for (String line : java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/self/status"))) {
                            if (line.startsWith("VmHWM")) {
                                System.out.println(line);
                            }
                        }
                    }
                }
                """);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        Took took = new Stopwatch(workplace)
                .run(List.of("sh", "-c", java + " -Xmx300m -XX:+UseSerialGC '" + file + "' 150; echo done"));

        double told =
                Long.parseLong(took.said().lines().findFirst().orElseThrow().replaceAll("\\D", "")) * 1024 / 1e6;
        assertThat(told).isGreaterThan(150);
        assertThat(took.megabytes().orElseThrow()).isCloseTo(told, within(10.0));
    }

    @Test
    void aCommandThatFailsIsNoFigure() {
        assertThatThrownBy(() -> new Stopwatch(workplace).run(List.of("sh", "-c", "echo one; echo two >&2; exit 3")))
                .isInstanceOf(CannotMeasure.class)
                .hasMessage("'sh -c echo one; echo two >&2; exit 3' ended with 3: two");
    }
}
