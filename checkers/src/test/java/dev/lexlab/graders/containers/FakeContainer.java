package dev.lexlab.graders.containers;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Container;
import dev.lexlab.check.author.Outage;
import dev.lexlab.check.author.Program;
import dev.lexlab.check.author.Ran;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A container that has ended as a test says, or that runs and answers curl by the path that it is asked for. */
final class FakeContainer implements Container {
    private final boolean running;
    private final int exitCode;
    private final String log;
    private final Map<String, String> answers = new HashMap<>();

    private FakeContainer(boolean running, int exitCode, String log) {
        this.running = running;
        this.exitCode = exitCode;
        this.log = log;
    }

    static FakeContainer running(String log) {
        return new FakeContainer(true, 0, log);
    }

    static FakeContainer ended(int exitCode, String log) {
        return new FakeContainer(false, exitCode, log);
    }

    FakeContainer answering(String path, int status, String body) {
        answers.put(path, body + "\n" + status);
        return this;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Ran run(Command command) {
        List<String> words = command.words();
        String url = words.get(words.size() - 1);
        String out = answers.get(url.replaceFirst("^http://[^/]*", ""));
        return out == null
                ? new Ran(command.typed(), 7, "", "curl: (7) Failed to connect to fern after 12 ms: Could not connect")
                : new Ran(command.typed(), 0, out, "");
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Ran ended() {
        return new Ran("the container", exitCode, log, "");
    }

    @Override
    public String log() {
        return log;
    }

    @Override
    public void remove() {
        throw new UnsupportedOperationException("no test removes it");
    }

    @Override
    public Program start(Command command) {
        throw new UnsupportedOperationException("no test starts a program in it");
    }

    @Override
    public void write(String path, String text) {
        throw new UnsupportedOperationException("no test writes into it");
    }

    @Override
    public void set(String variable, String value) {
        throw new UnsupportedOperationException("no test sets a variable in it");
    }

    @Override
    public Outage outage() {
        throw new AssertionError("nobody breaks it");
    }
}
