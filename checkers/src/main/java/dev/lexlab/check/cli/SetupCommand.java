package dev.lexlab.check.cli;

import dev.lexlab.check.machine.MachineCommands;
import dev.lexlab.lab.console.ExitCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "setup",
        description = "Makes this machine fit for labs: a container engine that answers, and the images they need.",
        sortOptions = false)
final class SetupCommand extends LexlabCommand {

    @Parameters(arity = "0..1", paramLabel = "LAB", description = "only what this lab needs")
    private @Nullable String lab;

    @Option(names = "--yes", description = "install what is missing without asking")
    private boolean isYes;

    @Option(names = "--for-tests", description = "Chromium, too, which only the project's own tests need")
    private boolean isForTests;

    SetupCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws UsageProblem {
        MachineCommands machine = new MachineCommands(course(), console(), context.environment());
        Optional<String> only = Optional.ofNullable(lab);
        return isForTests ? machine.setupForTests(only, isYes) : machine.setup(only, isYes);
    }
}
