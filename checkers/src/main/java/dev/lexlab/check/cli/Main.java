package dev.lexlab.check.cli;

import dev.lexlab.check.environment.CannotGrade;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The only place that ends the process. */
public final class Main {

    private Main() {}

    /** Started by the launcher. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Console console = Console.ofProcess(environment);
        Optional<Path> home =
                Optional.ofNullable(System.getProperty("lexlab.home")).map(Path::of);
        ExitCode code = run(new Context(console, environment, Path.of(""), home), arguments);
        System.exit(code.code());
    }

    static ExitCode run(Context context, String... arguments) {
        CommandLine lexlab = new CommandLine(new OverviewCommand(context))
                .addSubcommand(new StartCommand(context))
                .addSubcommand(new CheckCommand(context))
                .addSubcommand(new SetupCommand(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new CleanCommand(context))
                .setCaseInsensitiveEnumValuesAllowed(true);
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
            return call(context, (LexlabCommand) command.getCommand());
        } catch (ParameterException e) {
            context.console().note("lexlab: " + e.getMessage());
            context.console()
                    .note("./lexlab " + e.getCommandLine().getCommandName().replace("lexlab", "")
                            + " --help says more");
            return ExitCode.USAGE;
        }
    }

    /** Whatever is not the answer of the command is our failure, and is told as such. */
    private static ExitCode call(Context context, LexlabCommand command) {
        Console console = context.console();
        try {
            return command.call();
        } catch (UsageProblem e) {
            console.note("lexlab: " + e.getMessage());
            return ExitCode.USAGE;
        } catch (CannotGrade e) {
            console.say(command.couldNot() + e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy()));
        } catch (ProblemsFound e) {
            e.problems().forEach(problem -> console.note(problem.toString()));
            console.say(command.couldNot() + "the lab itself is faulty; whoever wrote it must mend what stands above");
        } catch (Exception | LinkageError | StackOverflowError e) {
            console.say(command.couldNot() + e + "; try again, and report it if it stays");
            if (context.isDebugging()) {
                java.io.StringWriter trace = new java.io.StringWriter();
                e.printStackTrace(new java.io.PrintWriter(trace));
                console.note(trace.toString());
            }
        }
        return ExitCode.COULD_NOT;
    }
}
