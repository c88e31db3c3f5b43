package dev.lexlab.check.shell;

import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.Exec;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.engine.RunningContainer.TerminalSize;
import dev.lexlab.check.environment.Environment.Door;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody's own streams, connected to a command in a machine. */
public final class Attachment {
    /** The better shell, where there is one, without a greeting of the image's. */
    private static final List<String> SHELL =
            List.of("sh", "-c", "command -v bash >/dev/null 2>&1 && exec bash --norc || exec sh");

    private Attachment() {}

    /**
     * Runs a command until it ends.
     *
     * @param command empty for a shell
     * @param task for the prompt
     * @param isTerminal whether both input and output are one
     * @return its exit code
     */
    @SuppressWarnings("try") // the resource is there to be closed
    public static int run(RunningContainer machine, Door door, List<String> command, String task, boolean isTerminal)
            throws EngineFailure, IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(door.variables());
        if (isTerminal) {
            variables.put("TERM", Optional.ofNullable(System.getenv("TERM")).orElse("xterm"));
            variables.put("PS1", task + " " + door.name() + "$ ");
        }
        Exec exec = new Exec(command.isEmpty() ? SHELL : command, variables, new byte[0], door.folder());
        Optional<TerminalSize> size =
                isTerminal ? Terminal.size().or(() -> Optional.of(new TerminalSize(24, 80))) : Optional.empty();
        // Bytes as they are: whatever the command writes is none of our text. The process's streams are not ours to
        // close.
        FileInputStream in = new FileInputStream(FileDescriptor.in);
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        FileOutputStream err = new FileOutputStream(FileDescriptor.err);
        if (!isTerminal) {
            return machine.attach(exec, in, out, err, size);
        }
        try (Terminal raw = Terminal.raw()) {
            return machine.attach(exec, in, out, err, size);
        }
    }
}
