package dev.lexlab.check.cli;

import dev.lexlab.check.learner.Overview;
import dev.lexlab.check.report.Results;
import dev.lexlab.lab.console.ExitCode;
import picocli.CommandLine.Command;

@Command(name = "lexlab", description = "Your labs, and what to type next.", sortOptions = false)
final class OverviewCommand extends LexlabCommand {
    OverviewCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws UsageProblem {
        Labs labs = labs();
        labs.problems().forEach(problem -> console().note(problem.toString()));
        new Overview(console(), new Results(labs.course())).tell(labs.all());
        return ExitCode.YES;
    }
}
