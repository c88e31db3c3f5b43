package dev.lexlab.check.cli;

import dev.lexlab.check.bench.Bench;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.problem.DidYouMean;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "checks",
        description = {
            "How fast grading is: medians, each against its goal and against what it is held against in the same run.",
            "Takes some minutes, in which the machine should have nothing else to do. Touches nobody's files.",
            "Exit code: 0 all goals met, 1 a goal is not, 2 usage, 3 something could not be measured."
        },
        sortOptions = false)
final class BenchChecksCommand extends LexlabCommand {
    private static final int DEFAULT_ROUNDS = 9;
    private static final int MOST_ROUNDS = 999;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "" + DEFAULT_ROUNDS,
            description = "how often each is measured (${DEFAULT-VALUE})")
    private int rounds = DEFAULT_ROUNDS;

    @Option(names = "--only", paramLabel = "NAME", description = "this row; may be given several times")
    private @Nullable List<String> only;

    BenchChecksCommand(Context context) {
        super(context);
    }

    @Override
    public Answer call() throws Exception {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new UsageProblem("--rounds is a number from 1 to " + MOST_ROUNDS + ", not " + rounds);
        }
        Bench bench = new Bench(
                course(), context.environment(), context.trace(), console(), context.isEnding(), context::debug);
        return bench.run(wanted(bench.names()), rounds);
    }

    private List<String> wanted(List<String> names) throws UsageProblem {
        if (only == null) {
            return names;
        }
        for (String name : only) {
            if (!names.contains(name)) {
                throw new UsageProblem("there is no row '" + name + "'; " + DidYouMean.hint(name, names));
            }
        }
        return only;
    }

    @Override
    String couldNot() {
        return "could not measure: ";
    }
}
