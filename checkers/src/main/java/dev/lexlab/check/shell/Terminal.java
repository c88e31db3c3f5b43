package dev.lexlab.check.shell;

import dev.lexlab.check.engine.RunningContainer.TerminalSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Hands the keys of a terminal over as they are pressed: no echo, no line editing, Ctrl-C for the program in there. The
 * JDK cannot; {@code stty} of POSIX does it.
 */
final class Terminal implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final String settings;
    private final Thread whenInterrupted;

    private Terminal(String settings) {
        this.settings = settings;
        this.whenInterrupted = new Thread(this::restore, "terminal");
    }

    static Terminal raw() throws IOException, InterruptedException {
        Terminal terminal = new Terminal(stty("-g"));
        Runtime.getRuntime().addShutdownHook(terminal.whenInterrupted);
        stty("raw -echo");
        return terminal;
    }

    /** Empty where the terminal does not tell. */
    static Optional<TerminalSize> size() throws IOException, InterruptedException {
        String[] numbers = stty("size").split(" ", -1);
        return numbers.length == 2
                ? Optional.of(new TerminalSize(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])))
                : Optional.empty();
    }

    private static String stty(String arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", "stty " + arguments + " </dev/tty")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroy();
        }
        return said;
    }

    private void restore() {
        try {
            stty(settings);
        } catch (IOException e) {
            // there is no terminal any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        restore();
        Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    }
}
