package dev.lexlab.check.cli;

import dev.lexlab.check.learner.Ladder;
import dev.lexlab.check.learner.Notes;
import dev.lexlab.check.learner.Solution;
import dev.lexlab.check.learner.Solution.Change;
import dev.lexlab.check.report.Results;
import dev.lexlab.lab.console.Console;
import dev.lexlab.lab.console.Console.Style;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.result.Summary;
import dev.lexlab.lab.text.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "solution",
        description = {
            "One solution of a task, as it differs from the starter. Asks first, and it is noted that you saw it.",
            "Once all checks have passed it neither asks nor notes.",
            "Exit code: 0 shown, 1 you said no, 2 usage, or there is none."
        },
        sortOptions = false)
final class SolutionCommand extends LexlabCommand {

    @Parameters(paramLabel = "LAB[/TASK]", description = "a lab with one task, or a task")
    private String target = "";

    @Option(names = "--yes", description = "do not ask; for scripts")
    private boolean isYes;

    @Option(names = "--to", paramLabel = "DIR", description = "put its files into a new folder instead of showing them")
    private @Nullable Path to;

    SolutionCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws Exception {
        Labs labs = labs();
        NamedTask task = NamedTask.of(labs, target);
        Solution solution = Solution.of(labs.course(), task.lab(), task.task())
                .orElseThrow(() -> new UsageProblem("this course holds no solution of " + task.name()
                        + "; those who made it left out checkers/src/test/submissions"));
        refuseTakenFolder();
        if (!mayBeSeen(labs.course(), task)) {
            return ExitCode.NO;
        }
        if (to == null) {
            show(solution, task);
        } else {
            put(solution, to, task);
        }
        return ExitCode.YES;
    }

    private void refuseTakenFolder() throws UsageProblem, IOException {
        if (to == null) {
            return;
        }
        Path folder = context.here().resolve(to);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(folder)) {
            throw new UsageProblem("'" + to + "' is there already (--to); name a folder that is not");
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /** Whoever got there, or has seen it, may look without a word. */
    private boolean mayBeSeen(Course course, NamedTask task) throws IOException, UsageProblem {
        Notes notes = notes(course);
        boolean isPassed = new Results(course)
                .latest(task.lab().id(), task.task().id())
                .filter(Summary::allPassed)
                .isPresent();
        if (isPassed || notes.of(task.lab(), task.task()).solutionSeen()) {
            return true;
        }
        if (!isYes) {
            if (!context.isAnswering()) {
                throw new UsageProblem("not all checks of " + task.name() + " have passed; to see its solution all the"
                        + " same, and have that noted, add --yes");
            }
            if (!context.agrees(question(task, new Ladder(notes, task.lab(), task.task())))) {
                console().say("not shown");
                return false;
            }
        }
        notes.addSolution(task.lab(), task.task());
        return true;
    }

    private static String question(NamedTask task, Ladder ladder) throws IOException {
        int left = task.task().hints().size() - ladder.used();
        String hints = left == 0 ? "" : " There " + (left == 1 ? "is 1 hint" : "are " + left + " hints") + " left.";
        return "It will be noted that you saw the solution of " + task.name() + " before you had one." + hints
                + " Show it?";
    }

    private void show(Solution solution, NamedTask task) throws IOException {
        for (Change change : solution.changes()) {
            console()
                    .say(console().paint(Style.STRONG, change.name())
                            + console().paint(Style.QUIET, about(change)));
            console().say("");
            change.lines().forEach(line -> console().say("  " + painted(Sink.TERMINAL.encode(line), change)));
            console().say("");
        }
        console().say("This is one solution; others pass as well. Into a folder of its own:");
        console().say("  " + console().paint(Style.LINK, "./lexlab solution " + task.name() + " --to DIR"));
    }

    private static String about(Change change) {
        return switch (change.kind()) {
            case ADDED -> "   a new file";
            case REWRITTEN -> "   the whole file";
            case CHANGED -> "   what changes: - goes, + comes";
            case REMOVED -> "   is not needed any more";
        };
    }

    private String painted(String line, Change change) {
        if (change.kind() != Solution.Kind.CHANGED) {
            return line;
        }
        Console console = console();
        return switch (line.charAt(0)) {
            case '+' -> console.paint(Style.GOOD, line);
            case '-' -> console.paint(Style.BAD, line);
            default -> console.paint(Style.QUIET, line);
        };
    }

    private void put(Solution solution, Path folder, NamedTask task) throws IOException {
        List<String> names = solution.putInto(context.here().resolve(folder));
        console().say("The solution of " + task.name() + " is in " + folder + ":");
        names.forEach(name -> console().say("  " + console().paint(Style.STRONG, name)));
        console().say("");
        console().say("next: " + console().paint(Style.LINK, "./lexlab check " + task.name() + " --work " + folder));
    }
}
