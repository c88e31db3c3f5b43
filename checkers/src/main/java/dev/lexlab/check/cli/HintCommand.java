package dev.lexlab.check.cli;

import dev.lexlab.check.learner.HintReport;
import dev.lexlab.check.learner.Ladder;
import dev.lexlab.check.learner.Ladder.Hint;
import dev.lexlab.lab.console.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "hint",
        description = {
            "The next hint of a task, each saying more than the one before. How many you used is counted.",
            "Behind the last one it is shown once more, and nothing is counted."
        },
        sortOptions = false)
final class HintCommand extends LexlabCommand {

    @Parameters(paramLabel = "LAB[/TASK]", description = "a lab with one task, or a task")
    private String target = "";

    @Option(
            names = {"--again", "--all"},
            description = "all the hints you have had so far; nothing is counted")
    private boolean isAgain;

    HintCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws Exception {
        Labs labs = labs();
        NamedTask task = NamedTask.of(labs, target);
        Ladder ladder = new Ladder(notes(labs.course()), task.lab(), task.task());
        List<Hint> hints = isAgain ? ladder.taken() : List.of(ladder.climb());
        if (hints.isEmpty()) {
            throw new UsageProblem("you have had no hint of " + task.name() + " yet; ./lexlab hint " + task.name());
        }
        HintReport report = new HintReport(console());
        hints.forEach(hint -> report.tell(task.task(), task.name(), hint));
        Hint last = hints.get(hints.size() - 1);
        report.tellMore(task.name(), last.number(), last.of());
        return ExitCode.YES;
    }
}
