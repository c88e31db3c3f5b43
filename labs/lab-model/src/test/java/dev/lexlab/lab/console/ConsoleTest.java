package dev.lexlab.lab.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theAnswerAndTheRestGoSeparateWays() {
        Console console = console(false, false);
        console.say("answer");
        console.note("fault");
        console.progress("working");

        assertThat(out.toString(UTF_8)).isEqualTo("answer\n");
        assertThat(err.toString(UTF_8)).isEqualTo("fault\n");
    }

    @Test
    void progressIsWipedBeforeALine() {
        Console console = console(true, true);
        console.progress("working");
        console.note("fault");

        assertThat(err.toString(UTF_8)).isEqualTo("\r\033[Kworking\r\033[Kfault\n");
    }

    @Test
    void inALogProgressIsALineAMinute() {
        AtomicLong now = new AtomicLong();
        PrintStream log = new PrintStream(err, true, UTF_8);
        Console console = new Console(log, log, false, false, now::get);
        for (int second = 0; second <= 150; second++) {
            now.set(Duration.ofSeconds(second).toNanos());
            console.progress("at " + second);
        }
        console.clearProgress();

        assertThat(err.toString(UTF_8)).isEqualTo("at 60\nat 120\n");
    }

    @Test
    void colourIsForTerminalsThatWantIt() {
        assertThat(painted(Map.of("LEXLAB_TTY", "1 2"))).isEqualTo("\033[32myes\033[0m");
        assertThat(painted(Map.of("LEXLAB_TTY", "1 2", "NO_COLOR", "1"))).isEqualTo("yes");
        assertThat(painted(Map.of("LEXLAB_TTY", "1 2", "TERM", "dumb"))).isEqualTo("yes");
        assertThat(painted(Map.of())).isEqualTo("yes");
    }

    private static String painted(Map<String, String> environment) {
        return Console.ofProcess(environment).paint(Console.Style.GOOD, "yes");
    }

    private Console console(boolean colour, boolean terminal) {
        return new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), colour, terminal);
    }
}
