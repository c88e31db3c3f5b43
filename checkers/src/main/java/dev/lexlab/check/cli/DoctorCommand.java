package dev.lexlab.check.cli;

import dev.lexlab.check.machine.MachineCommands;
import dev.lexlab.lab.console.ExitCode;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = "Says what this machine has and lacks, each with the one command that mends it.",
        sortOptions = false)
final class DoctorCommand extends LexlabCommand {

    DoctorCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws UsageProblem {
        return new MachineCommands(course(), console(), context.environment()).doctor();
    }
}
