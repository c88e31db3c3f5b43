package dev.lexlab.check.author;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program to run on a {@link Machine}.
 *
 * @param words the program and its arguments; no shell looks at them
 * @param input what it reads from its standard input
 * @param variables set for it besides the machine's own
 */
public record Command(List<String> words, String input, Map<String, String> variables) {

    public Command {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }

    public static Command of(String... words) {
        return new Command(List.of(words), "", Map.of());
    }

    public Command reading(String text) {
        return new Command(words, text, variables);
    }

    public Command with(String variable, String value) {
        Map<String, String> all = new TreeMap<>(variables);
        all.put(variable, value);
        return new Command(words, input, all);
    }

    /** As one would type it in a POSIX shell. */
    public String typed() {
        return Shell.words(words.toArray(String[]::new));
    }
}
