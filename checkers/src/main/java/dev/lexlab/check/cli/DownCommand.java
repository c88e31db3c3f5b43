package dev.lexlab.check.cli;

import dev.lexlab.check.shell.OpenTask;
import dev.lexlab.check.shell.OpenTasks;
import dev.lexlab.lab.console.ExitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "down",
        description = "Takes down what ./lexlab up left running, with all that was done in it. Your files stay.",
        sortOptions = false)
final class DownCommand extends LexlabCommand {

    @Parameters(arity = "0..1", paramLabel = "LAB", description = "only this lab; otherwise everything")
    private @Nullable String lab;

    DownCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws Exception {
        Labs labs = labs();
        String only = lab == null ? "" : labs.lab(labOf(lab)).id();
        OpenTasks kept = new OpenTasks(labs.course());
        List<OpenTask> tasks = kept.all().stream()
                .filter(task -> only.isEmpty() || task.lab().equals(only))
                .toList();
        for (OpenTask task : tasks) {
            UpCommand.takeDown(context, kept, task);
            console().say("down: " + task.name());
        }
        if (tasks.isEmpty()) {
            console().say(only.isEmpty() ? "nothing is up" : "nothing of lab '" + only + "' is up");
        }
        return ExitCode.YES;
    }

    /** Whoever typed {@code up LAB/TASK} types {@code down LAB/TASK}. */
    private static String labOf(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }
}
