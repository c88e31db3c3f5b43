package dev.lexlab.check.cli;

import dev.lexlab.lab.console.Answer;
import picocli.CommandLine.Command;

@Command(
        name = "bench",
        description = {
            "Measures, each against its goal, how fast things are on this machine.",
            "There is: ./lexlab bench checks, ./lexlab bench site"
        },
        sortOptions = false)
final class BenchCommand extends LexlabCommand {

    BenchCommand(Context context) {
        super(context);
    }

    @Override
    public Answer call() throws UsageProblem {
        throw new UsageProblem("say what to measure: ./lexlab bench checks or ./lexlab bench site");
    }
}
