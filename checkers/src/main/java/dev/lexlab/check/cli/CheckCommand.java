package dev.lexlab.check.cli;

import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.fold.Fold;
import dev.lexlab.check.report.JUnitXml;
import dev.lexlab.check.report.Results;
import dev.lexlab.check.report.TerminalReport;
import dev.lexlab.check.run.Assignment;
import dev.lexlab.check.run.Fingerprint;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.GraderClass;
import dev.lexlab.check.run.Progress;
import dev.lexlab.check.submission.Intake;
import dev.lexlab.check.submission.TakenIn;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.result.Grade;
import dev.lexlab.lab.result.ResultJson;
import dev.lexlab.lab.result.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--json", paramLabel = "FILE", description = "write the whole result there")
    private @Nullable Path json;

    @Option(names = "--junit", paramLabel = "DIR", hidden = true)
    private @Nullable Path junit;

    @Option(names = "--seed", paramLabel = "N", description = "draw the same random data as an earlier run")
    private @Nullable Long seed;

    // Both mean containers until there is another kind of server.
    @Option(
            names = "--engine",
            paramLabel = "auto|required",
            description = "required: nothing but containers will do",
            defaultValue = "auto")
    Need engine = Need.AUTO;

    CheckCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws Exception {
        Course here = course();
        TerminalReport report = new TerminalReport(console());
        List<Grade> grades = new ArrayList<>();
        try (Servers servers = Servers.inContainers(here, context.environment(), context.trace());
                Grader grader = grader(servers)) {
            Labs labs = Labs.of(here);
            for (Target each : new Targets(labs, context.here(), work, isAll).choose(target)) {
                grades.add(grade(each, labs, servers, grader, report));
            }
            report.sum(grades);
        }
        return Fold.exitCode(grades);
    }

    @Override
    String couldNot() {
        return "could not grade: ";
    }

    private Grader grader(Servers servers) {
        return new Grader(
                assignment -> servers.environment(
                        assignment.task(), assignment.submission().submission()),
                new Progress() {
                    @Override
                    public void check(int number, int of) {
                        console().progress("check " + number + " of " + of + " …");
                    }

                    @Override
                    public void error(Throwable thrown) {
                        context.debug(thrown);
                    }
                });
    }

    private Grade grade(Target each, Labs labs, Servers servers, Grader grader, TerminalReport report)
            throws IOException, ProblemsFound, InterruptedException {
        Instant started = Instant.now();
        long seedOfTask = seed == null ? new SecureRandom().nextInt(SEEDS) : seed;
        TakenIn submission = Intake.take(each.folder(), each.task());
        boolean needsServers =
                submission.problems().isEmpty() && !each.task().images().isEmpty();
        if (needsServers) {
            console().progress("starting servers …");
            servers.warm(each.task()); // in the background, while we get ready ourselves
        }
        GraderClass graderClass = GraderClass.of(each.task());
        Assignment assignment = new Assignment(each.lab(), each.task(), submission, seedOfTask);
        String fingerprint = Fingerprint.of(labs.course(), each.lab(), each.task(), graderClass);
        if (needsServers) {
            servers.require();
            servers.requireImages(each.lab().id(), each.task());
        }
        Grade grade = Fold.grade(assignment, fingerprint, grader.grade(assignment, graderClass));
        console().clearProgress();
        if (context.isEnding().getAsBoolean()) {
            throw new InterruptedException(
                    "whoever interrupted us took the servers away"); // no verdict is worth telling
        }
        report.tell(each.task(), grade, each.shown());
        keep(each, labs, grade, new Run(started, since(started), machine(), servers.description(), 0));
        return grade;
    }

    private void keep(Target each, Labs labs, Grade grade, Run run) throws IOException {
        if (each.isOwn() && grade.exitCode() != ExitCode.COULD_NOT) {
            new Results(labs.course()).keep(grade, run);
        }
        if (json != null) {
            Results.write(context.here().resolve(json), ResultJson.write(grade, run));
        }
        if (junit != null) {
            JUnitXml.write(context.here().resolve(junit), grade);
        }
    }

    private static long since(Instant started) {
        return Instant.now().toEpochMilli() - started.toEpochMilli();
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version");
    }

    /** Whether another kind of server than containers would do. */
    enum Need {
        AUTO,
        REQUIRED
    }
}
