package dev.lexlab.check.cli;

import dev.lexlab.check.learner.Work;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        description = "Puts a lab's starters where you work. What is there already stays as it is.",
        sortOptions = false)
final class StartCommand extends LexlabCommand {
    @Parameters(paramLabel = "LAB", description = "a lab's name; ./lexlab lists them")
    private String lab = "";

    @Option(names = "--in", paramLabel = "DIR", description = "a folder of its own, to push and grade elsewhere")
    private @Nullable Path folder;

    StartCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws Exception {
        Labs labs = labs();
        LabDefinition wanted = labs.lab(lab);
        Path into = folder == null ? wanted.work() : context.here().resolve(folder);
        Work work = new Work(wanted, into);
        List<String> added = work.start();
        if (folder != null) {
            Path from = into.toAbsolutePath().normalize();
            work.makeStandalone(from.relativize(labs.course().root().resolve("lexlab")));
        }
        String shown = folder == null ? labs.course().name(into) : folder.toString();
        tell(wanted, added, shown);
        return ExitCode.YES;
    }

    private void tell(LabDefinition wanted, List<String> added, String shown) {
        Console console = console();
        console.say(added.isEmpty() ? "Everything is there already, and was left as it is:" : "Here you work:");
        for (TaskDefinition task : wanted.tasks()) {
            for (TaskDefinition.WorkFile file : task.files()) {
                String path = shown + "/" + task.id() + "/" + file.path();
                console.say(
                        "  " + console.paint(Style.STRONG, path) + console.paint(Style.QUIET, "   " + file.about()));
            }
        }
        String target = wanted.tasks().size() == 1
                ? wanted.id() + "/" + wanted.tasks().get(0).id()
                : wanted.id();
        console.say("");
        String where = target + (folder == null ? "" : " --work " + shown);
        console.say("next: read the task (./lexlab serve), edit, and");
        console.say("  " + console.paint(Style.LINK, "./lexlab watch " + where) + "   grades whenever you save");
        console.say("  " + console.paint(Style.LINK, "./lexlab check " + where) + "   grades once");
    }
}
