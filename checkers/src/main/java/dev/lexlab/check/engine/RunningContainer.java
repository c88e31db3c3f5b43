package dev.lexlab.check.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import dev.lexlab.lab.text.Untrusted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** A container that was started, whatever it is for. Safe for several threads. */
public final class RunningContainer implements AutoCloseable {
    private static final int TAIL_LINES = 40;
    /** What the engine may take on top of the command. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofSeconds(5);
    /** A part of all that there may be; some have just ended when somebody counts. */
    private static final double CROWDED = 0.9;

    private static final int PROGRAM = 0755;
    private static final int FILE = 0644;

    private final DockerClient client;
    private final URI engine;
    private final String id;
    private final String name;

    RunningContainer(DockerClient client, URI engine, String id, String name) {
        this.client = client;
        this.engine = engine;
        this.id = id;
        this.name = name;
    }

    /** For messages to people who look with the engine's own tools. */
    public String id() {
        return id;
    }

    /** What it is called in messages: {@code server 'postgres'}. */
    public String name() {
        return name;
    }

    /**
     * Runs a command, as the image's user, and waits for its end.
     *
     * @throws ServerFailed where the container no longer runs or the engine fails
     */
    public ExecResult exec(Duration deadline, Exec exec) throws ServerFailed, InterruptedException {
        RunningExec running = start(exec.withClock(deadline));
        return running.await(deadline.plus(GRACE)) ? running.result() : running.cutOff();
    }

    /** As {@link #exec(Duration, Exec)}, of a program that needs no input. */
    public ExecResult exec(Duration deadline, String... words) throws ServerFailed, InterruptedException {
        return exec(deadline, Exec.of(words));
    }

    /** Starts a command that goes on. */
    public RunningExec start(Exec exec) throws ServerFailed {
        try {
            String created = create(exec, false);
            return new RunningExec(client, created, ExecStream.start(engine, created, false), exec.input());
        } catch (DockerException | IOException e) {
            throw refused();
        }
    }

    /**
     * Runs a command with somebody's own streams, until it ends.
     *
     * @param size of their terminal, where they have one
     * @return its exit code
     */
    public int attach(Exec exec, InputStream in, OutputStream out, OutputStream err, Optional<TerminalSize> size)
            throws ServerFailed, IOException, InterruptedException {
        String created;
        try {
            created = create(exec, size.isPresent());
        } catch (DockerException e) {
            throw refused();
        }
        try (ExecStream stream = ExecStream.start(engine, created, size.isPresent())) {
            Thread feeding = new Thread(() -> feed(in, stream), "input of a shell");
            feeding.setDaemon(true); // it may wait for a key that nobody presses
            feeding.start();
            if (size.isPresent()) {
                resize(created, size.get());
                stream.readTerminal(out);
            } else {
                stream.read(out, err);
            }
        }
        return RunningExec.exitCode(client, created).orElse(RunningExec.EXIT_OF_TIMEOUT);
    }

    private void resize(String exec, TerminalSize size) {
        try {
            client.resizeExecCmd(exec).withSize(size.rows(), size.columns()).exec();
        } catch (DockerException e) {
            // it ended already, or works in a smaller window
        }
    }

    private static void feed(InputStream in, ExecStream stream) {
        byte[] chunk = new byte[4096];
        try {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                stream.write(chunk, read);
            }
            stream.endInput();
        } catch (IOException e) {
            // the command ended
        }
    }

    private String create(Exec exec, boolean isTerminal) {
        var command = client.execCreateCmd(id)
                .withCmd(exec.words().toArray(String[]::new))
                .withEnv(exec.environment())
                .withTty(isTerminal)
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true);
        return (exec.folder().isEmpty() ? command : command.withWorkingDir(exec.folder()))
                .exec()
                .getId();
    }

    /** Puts files into a folder, as the image's user; what begins with {@code #!} can be run. */
    public void copy(String folder, Map<String, byte[]> files) throws ServerFailed, InterruptedException {
        Exec unpack = new Exec(List.of("tar", "-x", "-m", "-C", folder), Map.of(), archive(files), "");
        ExecResult result = exec(GRACE, unpack);
        if (!result.succeeded()) {
            throw new ServerFailed(
                    "files could not be put into " + name + ": " + Servers.lastLine(result.err()), Remedies.DOCTOR);
        }
    }

    /** The files as engines and {@code tar} read them; no clock and no owner in it. */
    static byte[] archive(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] content = file.getValue();
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(content.length);
                entry.setModTime(0);
                entry.setMode(isProgram(content) ? PROGRAM : FILE);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an archive in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    private static boolean isProgram(byte[] content) {
        return content.length > 1 && content[0] == '#' && content[1] == '!';
    }

    /** All it wrote to its log, at most 64 KB. */
    public Untrusted log() {
        return log(Integer.MAX_VALUE);
    }

    /** The end of what it wrote to its log. */
    public Untrusted logTail() {
        return log(TAIL_LINES);
    }

    private Untrusted log(int lines) {
        try (Capture capture = new Capture()) {
            var log = client.logContainerCmd(id).withStdOut(true).withStdErr(true);
            (lines == Integer.MAX_VALUE ? log.withTailAll() : log.withTail(lines))
                    .exec(capture)
                    .awaitCompletion(GRACE.toSeconds(), TimeUnit.SECONDS);
            return capture.said();
        } catch (DockerException | IOException e) {
            return Untrusted.of("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Untrusted.of("");
        }
    }

    /** The exit code of its first process; empty while that is there, or where the engine knows of no such container. */
    public OptionalInt exitCode() {
        try {
            ContainerState state = client.inspectContainerCmd(id).exec().getState();
            Long code = state.getExitCodeLong();
            boolean isOver = !Boolean.TRUE.equals(state.getRunning()) && code != null;
            return isOver ? OptionalInt.of(code.intValue()) : OptionalInt.empty();
        } catch (DockerException e) {
            return OptionalInt.empty();
        }
    }

    /** Why it no longer runs, in words; empty while it does. */
    public Optional<String> death() {
        try {
            var container = client.inspectContainerCmd(id).exec();
            ContainerState state = container.getState();
            if (Boolean.TRUE.equals(state.getOOMKilled())) {
                Long bytes = container.getHostConfig().getMemory();
                return Optional.of(
                        "it was stopped: more than " + (bytes == null ? "its" : bytes >> 20) + " MB of memory");
            }
            return Boolean.TRUE.equals(state.getRunning())
                    ? Optional.empty()
                    : Optional.of("it ended with exit code " + state.getExitCodeLong());
        } catch (NotFoundException e) {
            return Optional.of("its container is gone");
        } catch (RuntimeException e) {
            return Optional.of(Remedies.SILENT_ENGINE);
        }
    }

    /**
     * The limits that its programs ran into. Where they hold all the processes that there may be, even the look inside does not
     * get through, and the engine is asked how many there are.
     */
    public List<LimitHit> limitsHit() {
        try {
            var container = client.inspectContainerCmd(id).exec();
            HostConfig limits = container.getHostConfig();
            boolean isRunning = Boolean.TRUE.equals(container.getState().getRunning());
            Long memory = limits.getMemory();
            if (!isRunning) {
                boolean wasStopped = Boolean.TRUE.equals(container.getState().getOOMKilled());
                return wasStopped && memory != null ? List.of(Usage.memory(memory)) : List.of();
            }
            // Without a clock inside, which would be one process more.
            RunningExec look = start(Exec.of("sh", "-c", Usage.ASK));
            List<LimitHit> hits = look.await(LOOK) ? Usage.of(look.said().value()) : List.of();
            return hits.isEmpty() && isCrowded(limits.getPidsLimit())
                    ? List.of(Usage.processes(limits.getPidsLimit()))
                    : hits;
        } catch (DockerException | ServerFailed e) {
            return List.of(); // whoever needs it next tells what is wrong with it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** So many processes that a look inside may not get through. */
    private boolean isCrowded(@Nullable Long limit) {
        String[][] processes = client.topContainerCmd(id).exec().getProcesses();
        return limit != null && processes != null && processes.length >= limit * CROWDED;
    }

    /** Freezes every process in it: nobody answers, connections stay open. */
    public void pause() throws ServerFailed {
        act("paused", () -> client.pauseContainerCmd(id).exec());
    }

    /** Lets its processes go on. */
    public void resume() throws ServerFailed {
        act("resumed", () -> client.unpauseContainerCmd(id).exec());
    }

    /** Ends all of it, by its own grace period, and starts its first process anew. Folders in memory are empty then. */
    public void restart() throws ServerFailed {
        act("restarted", () -> client.restartContainerCmd(id).exec());
    }

    /** Kills every process in it but the first. */
    public void endPrograms() throws ServerFailed, InterruptedException {
        ExecResult unused = exec(GRACE, "sh", "-c", "kill -KILL -1"); // its own clock is among those
    }

    private void act(String done, Runnable act) throws ServerFailed {
        try {
            act.run();
        } catch (DockerException e) {
            throw new ServerFailed(name + " could not be " + done + ": " + e.getMessage(), Remedies.DOCTOR);
        }
    }

    /** Why nobody can use it now, in words: it is dead, or frozen; empty while one can. */
    public Optional<String> trouble() {
        return death().or(() ->
                isPaused() ? Optional.of("it is paused, and answers when it is resumed") : Optional.empty());
    }

    private boolean isPaused() {
        try {
            return Boolean.TRUE.equals(
                    client.inspectContainerCmd(id).exec().getState().getPaused());
        } catch (DockerException e) {
            return false;
        }
    }

    /** That somebody outside ended it; empty while it runs, and where it used up its own memory. */
    public Optional<ServerFailed> endFromOutside() {
        return death().filter(why -> !why.toLowerCase(Locale.ROOT).contains(Remedies.OWN_LIMIT))
                .map(why -> new ServerFailed(name + " is gone: " + why, "check again: it gets a new one"));
    }

    private ServerFailed refused() {
        return new ServerFailed(
                name + " cannot be used: " + trouble().orElse("the engine refused a command"),
                "try again; ./lexlab doctor says how the engine is");
    }

    @Override
    public void close() {
        HardenedContainer.remove(client, id);
    }

    /** Of a terminal, in characters. */
    public record TerminalSize(int rows, int columns) {}
}
