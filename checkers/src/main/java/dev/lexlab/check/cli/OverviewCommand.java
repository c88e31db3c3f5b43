package dev.lexlab.check.cli;

import dev.lexlab.check.learner.Overview;
import dev.lexlab.check.learner.Standings;
import dev.lexlab.check.report.Results;
import dev.lexlab.lab.console.ExitCode;
import java.time.ZoneId;
import picocli.CommandLine.Command;

@Command(name = "lexlab", description = "Your labs, and what to type next.", sortOptions = false)
final class OverviewCommand extends LexlabCommand {
    OverviewCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws Exception {
        Labs labs = labs();
        labs.problems().forEach(problem -> console().note(problem.toString()));
        Standings standings = Standings.of(labs.all(), new Results(labs.course()), notes(labs.course()));
        new Overview(console(), ZoneId.systemDefault()).tell(standings);
        return ExitCode.YES;
    }
}
