package dev.lexlab.site.cli;

import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.GenerationFolder;
import dev.lexlab.lab.files.NoRoom;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Translates arguments into commands, and what becomes of them into an exit code. */
@Command(
        name = "lexlab",
        description = "The glossary: build it, serve it, look a word up, try its links, measure all that.")
public final class Main {
    private final Console console;
    private final Map<String, String> environment;

    Main(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        // Highlighting uses a toolkit's tokenisers, never its windows.
        System.setProperty("java.awt.headless", "true");
        Console console = Console.ofProcess(System.getenv());
        System.exit(
                new Main(console, System.getenv()).run(Path.of(""), arguments).code());
    }

    ExitCode run(Path here, String... arguments) {
        CommandLine line = commands(here, arguments.length == 0 ? "" : arguments[0]);
        Faults faults = new Faults();
        line.setExecutionExceptionHandler(faults);
        line.setParameterExceptionHandler(faults);
        StringWriter help = new StringWriter();
        line.setOut(new PrintWriter(help));
        int code = line.execute(arguments);
        if (!help.toString().isEmpty()) {
            console.say(help.toString().stripTrailing());
        }
        return exitCode(code);
    }

    /** The one that is asked for; all of them where somebody mistyped it: understanding each takes a hundredth of a second. */
    private CommandLine commands(Path here, String wanted) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("site", () -> new SiteCommand(console, here));
        commands.put("serve", () -> new ServeCommand(console, here));
        commands.put("term", () -> new TermCommand(console, here));
        commands.put("links", () -> new LinksCommand(console, here));
        commands.put(
                "bench",
                () -> new CommandLine(new BenchCommand()).addSubcommand("site", new BenchSiteCommand(console)));
        CommandLine line = new CommandLine(this);
        commands.forEach((name, command) -> {
            if (!commands.containsKey(wanted) || name.equals(wanted)) {
                line.addSubcommand(name, command.get());
            }
        });
        return line;
    }

    /** No lambdas: picocli's interfaces are of a form that an archive of classes holds only where no lambda is made of them. */
    private final class Faults
            implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
        @Override
        public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
            return failed(failure);
        }

        @Override
        public int handleParseException(CommandLine.ParameterException fault, String[] arguments) {
            console.note("lexlab: " + fault.getMessage());
            console.note("        './" + fault.getCommandLine().getCommandSpec().qualifiedName()
                    + " --help' says what it takes.");
            return ExitCode.USAGE.code();
        }
    }

    private static ExitCode exitCode(int code) {
        for (ExitCode known : ExitCode.values()) {
            if (known.code() == code) {
                return known;
            }
        }
        return ExitCode.COULD_NOT;
    }

    private int failed(Exception failure) {
        console.clearProgress();
        if (failure instanceof GenerationFolder.Refused) {
            console.note("lexlab: " + failure.getMessage());
            return ExitCode.USAGE.code();
        }
        if (failure instanceof CommandLine.ParameterException) {
            console.note("lexlab: " + failure.getMessage());
            return ExitCode.USAGE.code();
        }
        Throwable cause = failure instanceof UncheckedIOException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof NoRoom) {
            console.note("lexlab: could not finish: " + cause.getMessage());
            console.note("        Make room there, then try again. What was there before is there still.");
            return ExitCode.COULD_NOT.code();
        }
        String what = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
        console.note("lexlab: could not finish: " + cause.getClass().getSimpleName() + ": " + what);
        if ("1".equals(environment.get("LEXLAB_DEBUG"))) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            console.note(trace.toString());
        } else {
            console.note("        With LEXLAB_DEBUG=1 it says where.");
        }
        return ExitCode.COULD_NOT.code();
    }
}
