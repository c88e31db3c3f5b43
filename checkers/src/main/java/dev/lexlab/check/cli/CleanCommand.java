package dev.lexlab.check.cli;

import dev.lexlab.check.engine.EngineUnavailable;
import dev.lexlab.check.machine.MachineCommands;
import dev.lexlab.check.shell.OpenTask;
import dev.lexlab.check.shell.OpenTasks;
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
    public ExitCode call() throws Exception {
        takeDown(new OpenTasks(course()));
        return new MachineCommands(course(), console(), context.environment()).clean(areImages);
    }

    /** Without an engine nothing of it runs any more; the next one that is there sweeps it. */
    private void takeDown(OpenTasks kept) throws Exception {
        for (OpenTask task : kept.all()) {
            try {
                UpCommand.takeDown(context, kept, task);
                console().say("down: " + task.name());
            } catch (EngineUnavailable e) {
                kept.remove(task.lab());
            }
        }
    }
}
