package dev.lexlab.check.cli;

import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.text.Sink;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The only place that ends the process. */
public final class Main {

    private static final Map<String, Function<Context, Object>> COMMANDS = Map.ofEntries(
            Map.entry("start", StartCommand::new),
            Map.entry("check", CheckCommand::new),
            Map.entry("watch", WatchCommand::new),
            Map.entry("hint", HintCommand::new),
            Map.entry("solution", SolutionCommand::new),
            Map.entry("reset", ResetCommand::new),
            Map.entry("progress", ProgressCommand::new),
            Map.entry("prove", ProveCommand::new),
            Map.entry("mutate", MutateCommand::new),
            Map.entry("examples", ExamplesCommand::new),
            Map.entry("bench", Main::bench),
            Map.entry("up", UpCommand::new),
            Map.entry("down", DownCommand::new),
            Map.entry("shell", ShellCommand::new),
            Map.entry("new", Main::anew),
            Map.entry("setup", SetupCommand::new),
            Map.entry("doctor", DoctorCommand::new),
            Map.entry("clean", CleanCommand::new));

    private Main() {}

    /** Started by the launcher. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Console console = Console.ofProcess(environment);
        Optional<Path> home =
                Optional.ofNullable(System.getProperty("lexlab.home")).map(Path::of);
        AtomicBoolean isEnding = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> isEnding.set(true), "end of the process"));
        Answer code = run(new Context(console, environment, Path.of(""), home, isEnding::get, System.in), arguments);
        System.exit(code.code());
    }

    static Answer run(Context context, String... arguments) {
        CommandLine lexlab = commands(context, arguments.length == 0 ? "" : arguments[0]);
        try {
            ParseResult parsed = lexlab.parseArgs(arguments);
            while (parsed.hasSubcommand()) {
                parsed = parsed.subcommand();
            }
            CommandLine command = parsed.commandSpec().commandLine();
            if (command.isUsageHelpRequested()) {
                context.console().say(command.getUsageMessage().stripTrailing());
                return ExitCode.YES;
            }
            Answer code = call(context, (LexlabCommand) command.getCommand());
            return context.isEnding().getAsBoolean() ? ExitCode.INTERRUPTED : code;
        } catch (ParameterException e) {
            String name = e.getCommandLine().getCommandSpec().qualifiedName().replaceFirst("^lexlab ?", "");
            context.console().note("lexlab: " + e.getMessage() + suggestion(e));
            context.console().note("./lexlab " + (name.isEmpty() ? "" : name + " ") + "--help says more");
            return ExitCode.USAGE;
        }
    }

    /** The one that is asked for; all of them where somebody mistyped it: reading all annotations takes a sixth of a second. */
    private static CommandLine commands(Context context, String wanted) {
        CommandLine lexlab = new CommandLine(new OverviewCommand(context));
        boolean isKnown = COMMANDS.containsKey(wanted);
        COMMANDS.forEach((name, command) -> {
            if (!isKnown || name.equals(wanted)) {
                lexlab.addSubcommand(command.apply(context));
            }
        });
        return lexlab.setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static CommandLine bench(Context context) {
        return new CommandLine(new BenchCommand(context)).addSubcommand(new BenchChecksCommand(context));
    }

    private static CommandLine anew(Context context) {
        return new CommandLine(new NewCommand(context))
                .addSubcommand(new NewLabCommand(context))
                .addSubcommand(new NewTermCommand(context))
                .addSubcommand(new NewSiteCommand(context));
    }

    private static String suggestion(ParameterException fault) {
        return fault instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("")
                : "";
    }

    private static Answer call(Context context, LexlabCommand command) {
        try {
            return command.call();
        } catch (UsageProblem e) {
            context.console().note("lexlab: " + e.getMessage());
            return ExitCode.USAGE;
        } catch (Exception | LinkageError | StackOverflowError e) {
            if (!context.isEnding().getAsBoolean()) {
                tell(context, command.couldNot(), e);
            }
            return ExitCode.COULD_NOT;
        }
    }

    /** Whatever is not the answer of the command is our failure, and is told as such. */
    private static void tell(Context context, String couldNot, Throwable failure) {
        Console console = context.console();
        console.clearProgress();
        if (failure instanceof CannotGrade e) {
            console.say(couldNot
                    + context.sink().encode(e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy())));
        } else if (failure instanceof ProblemsFound e) {
            e.problems().forEach(problem -> console.note(context.sink().encode(problem.toString())));
            console.say(couldNot + "the lab itself is faulty; whoever wrote it must mend what stands above");
        } else if (failure instanceof FileSystemException e && e.getFile() != null) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            console.say(couldNot + Sink.TERMINAL.encode(e.getFile() + ": " + reason)
                    + "; look at its permissions, and whether the disk is full");
            context.debug(failure);
        } else {
            console.say(couldNot + context.sink().encode(failure + "; try again, and report it if it stays"));
            context.debug(failure);
        }
    }
}
