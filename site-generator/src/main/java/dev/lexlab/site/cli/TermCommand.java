package dev.lexlab.site.cli;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.site.lookup.Definition;
import dev.lexlab.site.lookup.TermLookup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "term",
        mixinStandardHelpOptions = true,
        description = "Says what a word means. Exit code 1: no term has that name.")
final class TermCommand implements Callable<Integer> {
    private static final int WIDTH = 78;

    @Mixin
    private final Places places = new Places();

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "A term, or any of its other names.")
    private List<String> words = List.of();

    private final Console console;
    private final Path here;

    TermCommand(Console console, Path here) {
        this.console = console;
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        String word = String.join(" ", words);
        TermLookup lookup = new TermLookup(places.roots(here));
        Optional<Definition> found = lookup.find(word);
        if (found.isPresent()) {
            say(found.get());
            return ExitCode.YES.code();
        }
        List<String> suggestions = lookup.suggestions(word);
        console.note("No term is called '" + Sink.TERMINAL.encode(word) + "'."
                + (suggestions.isEmpty() ? "" : " Did you mean: " + String.join(", ", suggestions) + "?"));
        return ExitCode.NO.code();
    }

    private void say(Definition definition) {
        console.say(console.paint(Style.STRONG, definition.title()) + "  "
                + console.paint(Style.QUIET, definition.level()));
        wrapped(definition.definition().replace("`", "")).forEach(line -> console.say("  " + line));
        if (!definition.names().isEmpty()) {
            console.say("  " + console.paint(Style.QUIET, "also:  ") + String.join(", ", definition.names()));
        }
        if (!definition.requires().isEmpty()) {
            console.say("  " + console.paint(Style.QUIET, "first: ") + String.join(", ", definition.requires()));
        }
        console.say("  " + console.paint(Style.QUIET, "page:  ") + console.paint(Style.LINK, definition.url()));
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+", 0)) {
            if (line.length() + word.length() + 1 > WIDTH && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
