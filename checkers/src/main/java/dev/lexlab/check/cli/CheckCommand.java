package dev.lexlab.check.cli;

import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.fold.Fold;
import dev.lexlab.check.pipeline.GradingPipeline;
import dev.lexlab.check.report.Results;
import dev.lexlab.check.report.TerminalReport;
import dev.lexlab.check.run.Grader;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {
            "Grades your work once.",
            "Exit code: 0 all passed, 1 not yet, 2 usage or nothing to grade, 3 could not grade."
        },
        sortOptions = false)
final class CheckCommand extends LexlabCommand {
    private static final int SEEDS = 1_000_000;

    @Parameters(arity = "0..1", paramLabel = "LAB[/TASK]", description = "what to grade; otherwise all you have begun")
    private @Nullable String target;

    @Option(names = "--work", paramLabel = "DIR", description = "the folder with your files, where it is another one")
    private @Nullable Path work;

    @Option(names = "--all", description = "grade also what you have not begun")
    private boolean isAll;

    @Mixin
    private Exports exports = new Exports();

    @Option(names = "--seed", paramLabel = "N", description = "draw the same random data as an earlier run")
    private @Nullable Long seed;

    @Option(
            names = "--engine",
            paramLabel = "auto|required",
            description = {
                "auto: in containers; PostgreSQL without, where no engine answers",
                "required: nothing but containers will do"
            },
            defaultValue = "auto")
    Need engine = Need.AUTO;

    CheckCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws Exception {
        Course here = course();
        TerminalReport report = new TerminalReport(console(), context.sink());
        List<Result> results = new ArrayList<>();
        try (Servers servers = servers(here);
                Grader grader = new Grader()) {
            Labs labs = Labs.of(here);
            GradingPipeline pipeline = new GradingPipeline(
                    here, grader, servers, new ConsoleProgress(context), CountedHints.of(notes(here)));
            List<Target> targets = new Targets(labs, context.here(), work, isAll).choose(target);
            exports.refuseWhatCannotHold(targets);
            for (Target each : targets) {
                results.add(grade(each, labs, pipeline, report));
            }
        }
        exports.writeAll(context, results);
        List<Grade> grades = results.stream().map(Result::grade).toList();
        report.sum(grades);
        return Fold.exitCode(grades);
    }

    private Servers servers(Course here) {
        return switch (engine) {
            case AUTO -> Servers.asAvailable(here, context.environment(), context.openTrace());
            case REQUIRED -> Servers.inContainers(here, context.environment(), context.openTrace());
        };
    }

    @Override
    String couldNot() {
        return "could not grade: ";
    }

    private Result grade(Target each, Labs labs, GradingPipeline pipeline, TerminalReport report)
            throws IOException, ProblemsFound, InterruptedException {
        long seedOfTask = seed == null ? new SecureRandom().nextInt(SEEDS) : seed;
        Result graded = pipeline.grade(each.lab(), each.task(), each.folder(), seedOfTask);
        console().clearProgress();
        if (context.isEnding().getAsBoolean()) {
            throw new InterruptedException(
                    "whoever interrupted us took the servers away"); // no verdict is worth telling
        }
        Result result = new Result(graded.grade(), graded.run());
        report.tell(each.task(), result.grade(), each.shown());
        report.whole(result.grade(), keep(each, labs, result));
        exports.writeOne(context, result);
        return result;
    }

    private static Optional<String> keep(Target each, Labs labs, Result result) throws IOException {
        boolean isToKeep = each.isOwn() && result.grade().exitCode() != ExitCode.COULD_NOT;
        return isToKeep ? Optional.of(new Results(labs.course()).keep(result)) : Optional.empty();
    }

    /** Whether another kind of server than containers would do. */
    enum Need {
        AUTO,
        REQUIRED
    }
}
