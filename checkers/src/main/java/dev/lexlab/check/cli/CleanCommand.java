package dev.lexlab.check.cli;

import dev.lexlab.check.machine.MachineCommands;
import dev.lexlab.lab.console.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "clean", description = "Removes every trace of ours but your work.", sortOptions = false)
final class CleanCommand extends LexlabCommand {

    @Option(names = "--images", description = "the images, too: the next set-up builds them again")
    private boolean areImages;

    CleanCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws UsageProblem {
        return new MachineCommands(course(), console(), context.environment()).clean(areImages);
    }
}
