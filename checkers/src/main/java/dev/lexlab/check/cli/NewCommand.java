package dev.lexlab.check.cli;

import dev.lexlab.lab.console.Answer;
import picocli.CommandLine.Command;

@Command(
        name = "new",
        description = {
            "Begins a course, a term or a lab, with files that work at once. No file that is there is changed.",
            "Exit code: 0 written, 2 nothing was written."
        },
        sortOptions = false)
final class NewCommand extends LexlabCommand {

    NewCommand(Context context) {
        super(context);
    }

    @Override
    public Answer call() throws UsageProblem {
        throw new UsageProblem(
                "say what: ./lexlab new lab NAME --service IMAGE, new term CONCEPT/SLUG or new site DIR");
    }
}
