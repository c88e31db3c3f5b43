package dev.lexlab.check.cli;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.environment.Environment.Address;
import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.environment.Environment.Opened;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.shell.OpenTask;
import dev.lexlab.check.shell.OpenTasks;
import dev.lexlab.check.shell.Opening;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "up",
        description = {
            "Brings up what a check would find, with your present files applied, and leaves it running.",
            "Typed again, it is brought up anew with the files as they are then. ./lexlab down takes it down."
        },
        sortOptions = false)
final class UpCommand extends LexlabCommand {

    @Parameters(paramLabel = "LAB[/TASK]", description = "a lab with one task, or a task")
    private String target = "";

    @Option(names = "--work", paramLabel = "DIR", description = "the folder with your files, where it is another one")
    private @Nullable Path work;

    UpCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws Exception {
        Labs labs = labs();
        Target task = OneTask.choose(labs, context.here(), work, target);
        OpenTasks kept = new OpenTasks(labs.course());
        Optional<OpenTask> earlier = kept.of(task.lab().id());
        if (earlier.isPresent()) {
            takeDown(context, kept, earlier.get());
        }
        Assignment assignment = OneTask.assignment(task);
        console().progress("bringing up " + task.name() + " …");
        try (Opening opening =
                Opening.inContainers(labs.course(), assignment, context.environment(), context.trace())) {
            console().clearProgress();
            Trouble.tell(console(), opening, task);
            opening.opened().doors().stream()
                    .filter(door -> opening.enter(door).isEmpty())
                    .forEach(door -> Trouble.tellEnd(console(), door, opening.lastWords(door)));
            OpenTask open = new OpenTask(
                    task.lab().id(),
                    task.task().id(),
                    opening.keep(),
                    assignment.submission().hash(),
                    opening.opened());
            kept.put(open);
            tell(open, task);
            return opening.trouble().isEmpty() ? ExitCode.YES : ExitCode.NO;
        }
    }

    private void tell(OpenTask open, Target task) {
        Console console = console();
        Opened opened = open.opened();
        console.say(console.paint(Style.STRONG, open.name() + " is up") + ", with the files of " + task.shown());
        for (Address address : opened.addresses()) {
            console.say("  " + pad(address.what()) + console.paint(Style.LINK, address.value()));
        }
        for (Door door : opened.doors()) {
            boolean isMain = opened.main().equals(Optional.of(door));
            String command = "./lexlab shell " + open.name() + (isMain ? "" : " --as " + door.name());
            console.say("  " + pad("shell, " + door.name()) + console.paint(Style.LINK, command));
            door.variables()
                    .forEach((name, value) ->
                            console.say("  " + pad("") + console.paint(Style.QUIET, name + "=" + value)));
        }
        console.say("");
        console.say("when you are done: " + console.paint(Style.LINK, "./lexlab down " + open.lab()));
    }

    private static String pad(String label) {
        return label + " ".repeat(Math.max(2, 20 - label.length()));
    }

    /** Removes what was kept of a lab, on the engine first: what is not written down any more nobody would find. */
    static void takeDown(Context context, OpenTasks kept, OpenTask task) throws Exception {
        try (Engine engine = Engine.connect(context.environment())) {
            engine.giveUp(task.run());
        }
        kept.remove(task.lab());
    }
}
