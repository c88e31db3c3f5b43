package dev.lexlab.check.environment;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Outage;
import dev.lexlab.check.author.Program;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.TimedOut;
import dev.lexlab.check.engine.EngineFailure;
import dev.lexlab.check.engine.Exec;
import dev.lexlab.check.engine.ExecResult;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.engine.RunningExec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A container in which commands are run. */
class ContainerMachine implements Machine {
    private static final int EXIT_OF_KILL = 137;
    private static final Duration WRITING = Duration.ofSeconds(10);

    private final String name;
    private final RunningContainer container;
    private final String folder;
    private final Duration clock;
    private final Activity activity;
    private final Map<String, String> variables;
    private final Outage outage;
    private boolean isUsed;
    private boolean mayBeBroken;

    /**
     * A machine that was started.
     *
     * @param folder where its commands begin; empty is the image's own
     * @param clock ends a command that nobody else ends
     * @param variables what every command on it has
     * @param outage what may be done to it from outside
     */
    ContainerMachine(
            String name,
            RunningContainer container,
            String folder,
            Duration clock,
            Activity activity,
            Map<String, String> variables,
            Outage outage) {
        this.name = name;
        this.container = container;
        this.folder = folder;
        this.clock = clock;
        this.activity = activity;
        this.variables = new TreeMap<>(variables);
        this.outage = outage;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Ran run(Command command) {
        isUsed = true;
        activity.awaits("the end of " + command.typed() + " on " + name);
        try {
            ExecResult result = container.exec(clock, exec(command));
            if (!result.inTime() && result.exitCode() != EXIT_OF_KILL) {
                throw new TimedOut("the end of " + command.typed() + " on " + name, lastWords(result));
            }
            return ran(command.typed(), result);
        } catch (EngineFailure e) {
            throw gone(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOut("the end of " + command.typed() + " on " + name, "it was still running");
        } finally {
            activity.awaitsNothing();
        }
    }

    @Override
    public Program start(Command command) {
        isUsed = true;
        try {
            RunningExec running = container.start(exec(command));
            activity.goesOn(command.typed() + " on " + name, running::said);
            return new Started(command.typed(), running);
        } catch (EngineFailure e) {
            throw gone(e);
        }
    }

    @Override
    public void write(String path, String text) {
        isUsed = true;
        Exec write = new Exec(
                List.of("sh", "-c", "umask 077 && mkdir -p \"$(dirname \"$0\")\" && cat > \"$0\"", path),
                Map.of(),
                text.getBytes(StandardCharsets.UTF_8),
                folder);
        try {
            ExecResult result = container.exec(WRITING, write);
            if (!result.succeeded()) {
                throw new ServerGone(
                        path + " could not be written on " + name + ": "
                                + result.err().value().strip(),
                        new IOException("exit code " + result.exitCode()));
            }
        } catch (EngineFailure e) {
            throw gone(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOut("a file on " + name, "it was still being written");
        }
    }

    @Override
    public void set(String variable, String value) {
        isUsed = true;
        variables.put(variable, value);
    }

    /** Who asks for it is going to do something. */
    @Override
    public Outage outage() {
        isUsed = true;
        mayBeBroken = true;
        return outage;
    }

    RunningContainer container() {
        return container;
    }

    /** Whether something may have been done to it from outside: then it serves nobody any more, and helps nobody. */
    boolean mayBeBroken() {
        return mayBeBroken;
    }

    /** Whether anything was done on it since it was started. */
    boolean isUsed() {
        return isUsed;
    }

    /** The environment's own variables, which another vhost or database changes. */
    void tell(Map<String, String> present) {
        variables.putAll(present);
    }

    Environment.Door door() {
        return new Environment.Door(name, container.id(), folder, variables);
    }

    private Exec exec(Command command) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(command.variables());
        return new Exec(command.words(), all, command.input().getBytes(StandardCharsets.UTF_8), folder);
    }

    private ServerGone gone(EngineFailure e) {
        return new ServerGone(e.what(), e.remedy(), e);
    }

    private static String lastWords(ExecResult result) {
        String said = (result.out().value() + result.err().value()).strip();
        return said.isEmpty() ? "it said nothing" : "it said: " + said;
    }

    static Ran ran(String typed, ExecResult result) {
        return new Ran(
                typed, result.exitCode(), result.out().value(), result.err().value());
    }

    /** A command that goes on. */
    private record Started(String typed, RunningExec running) implements Program {
        @Override
        public boolean isRunning() {
            return running.isRunning();
        }

        @Override
        public Ran ended() {
            try {
                return ran(typed, running.result());
            } catch (EngineFailure e) {
                throw new ServerGone("nobody knows how " + typed + " ended: " + e.what(), e.remedy(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TimedOut("the end of " + typed, "it was still running");
            }
        }

        @Override
        public String said() {
            return running.said().value();
        }
    }
}
