package dev.lexlab.check.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A command to run in a container. */
public final class Exec {
    private final List<String> words;
    private final Map<String, String> variables;
    private final byte[] input;
    private final String folder;

    /**
     * A command.
     *
     * @param words program and arguments
     * @param variables set for it
     * @param input what it reads
     * @param folder it starts in; empty is the image's own
     */
    public Exec(List<String> words, Map<String, String> variables, byte[] input, String folder) {
        this.words = List.copyOf(words);
        this.variables = Map.copyOf(variables);
        this.input = input.clone();
        this.folder = folder;
    }

    static Exec of(String... words) {
        return new Exec(List.of(words), Map.of(), new byte[0], "");
    }

    List<String> words() {
        return words;
    }

    byte[] input() {
        return input;
    }

    String folder() {
        return folder;
    }

    /** Two clocks: the engine cannot end a command, so the command ends itself. */
    Exec withClock(Duration deadline) {
        List<String> clocked = new ArrayList<>(
                List.of("timeout", "--kill-after=1", String.format(Locale.ROOT, "%.3f", deadline.toMillis() / 1000.0)));
        clocked.addAll(words);
        return new Exec(clocked, variables, input, folder);
    }

    List<String> environment() {
        return variables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }
}
