package dev.lexlab.check.cli;

import dev.lexlab.check.learner.Overview;
import dev.lexlab.check.learner.ProgressJson;
import dev.lexlab.check.learner.Standings;
import dev.lexlab.check.report.Results;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.console.ExitCode;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "progress",
        description = {
            "Where you are with every task: checks, points, hints used, solutions seen, and when it was checked last.",
            "It says so where your files have changed since then."
        },
        sortOptions = false)
final class ProgressCommand extends LexlabCommand {

    @Parameters(arity = "0..1", paramLabel = "LAB", description = "only this lab; otherwise all of them")
    private @Nullable String lab;

    @Option(names = "--json", description = "for programs: lexlab/progress/v1")
    private boolean isJson;

    ProgressCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws Exception {
        Labs labs = labs();
        List<LabDefinition> wanted = lab == null ? labs.all() : List.of(labs.lab(lab));
        if (lab == null) {
            labs.problems().forEach(problem -> console().note(problem.toString()));
        }
        Standings standings = Standings.of(wanted, new Results(labs.course()), notes(labs.course()));
        if (isJson) {
            console().say(ProgressJson.of(standings));
        } else {
            new Overview(console(), ZoneId.systemDefault()).tellAll(standings);
        }
        return ExitCode.YES;
    }
}
