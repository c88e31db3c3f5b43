package dev.lexlab.graders.tunnel;

import dev.lexlab.check.author.Command;
import dev.lexlab.check.author.Machine;
import dev.lexlab.check.author.Outage;
import dev.lexlab.check.author.Program;
import dev.lexlab.check.author.Ran;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers commands by a word in them, and remembers what was typed; commands it does not know succeed in silence. */
final class FakeMachine implements Machine {
    private final String name;
    private final Map<String, Ran> answers = new LinkedHashMap<>();
    final List<String> typed = new ArrayList<>();

    FakeMachine(String name) {
        this.name = name;
    }

    FakeMachine answering(String word, int exitCode, String out, String err) {
        answers.put(word, new Ran(word, exitCode, out, err));
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Ran run(Command command) {
        typed.add(command.typed());
        return answers.entrySet().stream()
                .filter(answer -> command.typed().contains(answer.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(new Ran(command.typed(), 0, "", ""));
    }

    @Override
    public Program start(Command command) {
        throw new UnsupportedOperationException(command.typed());
    }

    @Override
    public void write(String path, String text) {
        typed.add("write " + path);
    }

    @Override
    public void set(String variable, String value) {
        typed.add(variable + "=" + value);
    }

    @Override
    public Outage outage() {
        throw new AssertionError("nobody breaks it");
    }
}
