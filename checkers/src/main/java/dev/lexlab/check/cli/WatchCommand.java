package dev.lexlab.check.cli;

import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.learner.Notes;
import dev.lexlab.check.learner.Standing;
import dev.lexlab.check.learner.Standing.State;
import dev.lexlab.check.learner.Standings;
import dev.lexlab.check.report.Results;
import dev.lexlab.check.watch.Watch;
import dev.lexlab.check.watch.Watched;
import dev.lexlab.lab.LabDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "watch",
        description = {
            "Grades whenever you save, on servers that stay warm, and shows the first thing to fix.",
            "Where all checks of a task pass, it goes on with the next one of the lab. Ends with q or Ctrl-C.",
            "Exit code: 0 you ended it, 2 usage, 3 could not grade, 130 interrupted."
        },
        sortOptions = false)
final class WatchCommand extends LexlabCommand {
    private static final int SEEDS = 1_000_000;

    @Parameters(paramLabel = "LAB[/TASK]", description = "a lab; it begins with this task, or the first not passed")
    private String target = "";

    @Option(names = "--work", paramLabel = "DIR", description = "the folder with your files, where it is another one")
    private @Nullable Path work;

    @Option(names = "--seed", paramLabel = "N", description = "draw the same random data as an earlier run")
    private @Nullable Long seed;

    WatchCommand(Context context) {
        super(context);
    }

    @Override
    public ExitCode call() throws Exception {
        Labs labs = labs();
        Course here = labs.course();
        Labs.Named named = labs.named(target);
        List<Watched> tasks = new Targets(labs, context.here(), work, true)
                .ofLab(named).stream().map(WatchCommand::watched).toList();
        TaskDefinition first = named.task().isPresent() ? named.task().get() : firstNotPassed(here, named.lab());
        Notes notes = notes(here);
        Watch watch = new Watch(
                here,
                () -> Servers.asAvailable(here, context.environment(), context.trace()),
                new ConsoleProgress(context),
                CountedHints.of(notes),
                this::draw,
                console(),
                notes,
                context.isEnding());
        Watched begin = tasks.stream()
                .filter(task -> task.task().equals(first))
                .findFirst()
                .orElseThrow();
        Optional<InputStream> keys = context.isAnswering() ? Optional.of(context.in()) : Optional.empty();
        return watch.run(tasks, begin, keys);
    }

    @Override
    String couldNot() {
        return "could not grade: ";
    }

    private static Watched watched(Target target) {
        return new Watched(target.lab(), target.task(), target.folder(), target.shown(), target.isOwn());
    }

    /** What one asked for holds for the first drawing; whoever wants another one gets it. */
    private long draw() {
        Long asked = seed;
        seed = null;
        return asked == null ? new SecureRandom().nextInt(SEEDS) : asked;
    }

    private TaskDefinition firstNotPassed(Course here, LabDefinition lab) throws IOException {
        Standings standings = Standings.of(List.of(lab), new Results(here), notes(here));
        return standings.all().stream()
                .filter(standing -> standing.state() != State.PASSED)
                .map(Standing::task)
                .findFirst()
                .orElse(lab.tasks().get(0));
    }
}
