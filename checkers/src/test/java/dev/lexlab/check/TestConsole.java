package dev.lexlab.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lexlab.lab.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Keeps what is said. */
public final class TestConsole {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console;

    public TestConsole(boolean colour) {
        console = new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), colour, false);
    }

    public Console console() {
        return console;
    }

    public String said() {
        return out.toString(UTF_8);
    }

    public String noted() {
        return err.toString(UTF_8);
    }
}
