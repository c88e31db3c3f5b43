package dev.lexlab.check.declared;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Outage;
import dev.lexlab.check.author.Program;
import dev.lexlab.check.author.Ran;
import dev.lexlab.check.author.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers commands as a test says, and notes them. */
final class FakeMachine implements Service, Outage {
    final List<String> typed = new ArrayList<>();
    final List<String> suffered = new ArrayList<>();
    final Map<String, String> written = new TreeMap<>();
    private final Function<Command, Ran> answers;

    FakeMachine(Function<Command, Ran> answers) {
        this.answers = answers;
    }

    static Ran says(int exitCode, String out, String err) {
        return new Ran("a command", exitCode, out, err);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Ran run(Command command) {
        typed.add(command.typed() + (command.input().isEmpty() ? "" : " <" + command.input()));
        return answers.apply(command);
    }

    @Override
    public void write(String path, String text) {
        written.put(path, text);
    }

    @Override
    public Program start(Command command) {
        throw new AssertionError("no step starts what goes on");
    }

    @Override
    public void set(String variable, String value) {
        throw new AssertionError("no step sets a variable");
    }

    @Override
    public String host() {
        throw new AssertionError("no step asks for an address");
    }

    @Override
    public int port(String name) {
        throw new AssertionError("no step asks for an address");
    }

    @Override
    public void reset() {
        throw new AssertionError("no step resets");
    }

    @Override
    public Outage outage() {
        return this;
    }

    @Override
    public void restart() {
        suffered.add("restart");
    }

    @Override
    public void pause() {
        suffered.add("pause");
    }

    @Override
    public void resume() {
        suffered.add("resume");
    }

    @Override
    public void disconnect(String network) {
        suffered.add("disconnect " + network);
    }

    @Override
    public void connect(String network) {
        suffered.add("connect " + network);
    }
}
