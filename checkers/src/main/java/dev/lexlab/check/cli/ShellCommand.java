package dev.lexlab.check.cli;

import dev.lexlab.check.engine.Engine;
import dev.lexlab.check.engine.RunningContainer;
import dev.lexlab.check.environment.Environment.Door;
import dev.lexlab.check.environment.Environment.Opened;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.shell.Attachment;
import dev.lexlab.check.shell.Here;
import dev.lexlab.check.shell.OpenTask;
import dev.lexlab.check.shell.OpenTasks;
import dev.lexlab.check.shell.Opening;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.problem.DidYouMean;
import dev.lexlab.lab.text.Untrusted;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "shell",
        description = {
            "A shell in a task's environment, with your present files applied; behind -- a single command.",
            "What ./lexlab up left running is used; otherwise it is brought up for this once.",
            "Exit code: the command's own; 2 usage, 3 where it could not be run."
        },
        synopsisHeading = "Usage: ",
        customSynopsis = "./lexlab shell LAB[/TASK] [--as MACHINE] [--work DIR] [-- CMD …]%n",
        sortOptions = false)
final class ShellCommand extends LexlabCommand {

    private static final String PSQL = "psql";

    @Parameters(index = "0", paramLabel = "LAB[/TASK]", description = "a lab with one task, or a task")
    private String target = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "CMD", description = "a command instead of a shell")
    private List<String> command = List.of();

    @Option(names = "--as", paramLabel = "MACHINE", description = "on another machine of the task than your own")
    private String machine = "";

    @Option(names = "--work", paramLabel = "DIR", description = "the folder with your files, where it is another one")
    private @Nullable Path work;

    ShellCommand(Context context) {
        super(context);
    }

    @Override
    public Answer call() throws Exception {
        Labs labs = labs();
        Target task = OneTask.choose(labs, context.here(), work, target);
        Assignment assignment = OneTask.assignment(task);
        OpenTasks kept = new OpenTasks(labs.course());
        Optional<OpenTask> open =
                kept.of(task.lab().id()).filter(one -> one.name().equals(task.name()));
        if (open.isPresent()) {
            if (open.get().submission().equals(assignment.submission().hash())) {
                Optional<Answer> answer = inKept(open.get());
                if (answer.isPresent()) {
                    return answer.get();
                }
                console().note("what was up is gone; bringing it up for this once");
            } else {
                console()
                        .note("your files have changed since ./lexlab up: this is brought up for this once, with the"
                                + " files as they are now; ./lexlab up " + task.name() + " applies them for longer");
            }
        }
        return forOnce(labs, task, assignment);
    }

    private Optional<Answer> inKept(OpenTask open) throws Exception {
        Door door = door(open.opened(), open.name());
        try (Engine engine = Engine.connect(context.environment())) {
            Optional<RunningContainer> container = engine.kept(door.container(), door.name());
            if (container.isPresent()) {
                return Optional.of(run(container.get(), door, open.name()));
            }
            boolean isUp = open.opened().doors().stream()
                    .anyMatch(other ->
                            engine.kept(other.container(), other.name()).isPresent());
            return isUp ? Optional.of(ended(door, engine.lastWords(door.container()))) : Optional.empty();
        }
    }

    private Answer forOnce(Labs labs, Target task, Assignment assignment) throws Exception {
        console().progress("bringing up " + task.name() + " …");
        try (Opening opening = Opening.of(labs.course(), assignment, context.environment(), context.trace())) {
            console().clearProgress();
            Trouble.tell(console(), opening, task);
            if (machine.isEmpty() && opening.opened().main().isEmpty()) {
                return ExitCode.NO; // there is no container of theirs; why, was just told
            }
            Door door = door(opening.opened(), task.name());
            if (door.isHere()) {
                return here(door, task);
            }
            Optional<RunningContainer> container = opening.enter(door);
            if (container.isEmpty()) {
                return ended(door, opening.lastWords(door));
            }
            return run(container.get(), door, task.name());
        }
    }

    /** Without an engine the database is on this machine, and so is what looks into it. */
    private Answer here(Door door, Target task) throws Exception {
        List<String> words = command.isEmpty() ? List.of(PSQL) : command;
        Optional<Integer> code = Here.run(door, words, context.environment());
        if (code.isPresent()) {
            return () -> code.get();
        }
        console()
                .note("no program '" + words.get(0) + "' is on the PATH of this machine; "
                        + (words.get(0).equals(PSQL)
                                ? "install PostgreSQL's client (Debian: postgresql-client, Homebrew: libpq), or let the lab bring"
                                        + " its own: ./lexlab setup "
                                        + task.lab().id()
                                : "without a container engine, commands run on this machine"));
        return ExitCode.COULD_NOT;
    }

    private Answer ended(Door door, Untrusted words) {
        Trouble.tellEnd(console(), door, words);
        return ExitCode.NO;
    }

    private Answer run(RunningContainer container, Door door, String task) throws Exception {
        String terminals = context.environment().getOrDefault("LEXLAB_TTY", "");
        boolean isTerminal = terminals.contains("0") && terminals.contains("1");
        int code = Attachment.run(container, door, command, task, isTerminal);
        return () -> code;
    }

    private Door door(Opened opened, String task) throws UsageProblem {
        List<String> names = OpenTask.names(opened);
        return OpenTask.door(opened, machine).orElseThrow(() -> {
            String hint = DidYouMean.hint(machine, names);
            return new UsageProblem("task '" + task + "' has no machine '" + machine + "'; "
                    + (hint.isEmpty() ? "there are " + String.join(", ", names) : hint));
        });
    }
}
