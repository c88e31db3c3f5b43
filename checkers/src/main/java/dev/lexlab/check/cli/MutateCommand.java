package dev.lexlab.check.cli;

import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.mutate.Breaking;
import dev.lexlab.check.mutate.Mutation;
import dev.lexlab.check.mutate.MutationTable;
import dev.lexlab.check.mutate.Plan;
import dev.lexlab.check.mutate.Score;
import dev.lexlab.check.prove.Case;
import dev.lexlab.check.prove.Cases;
import dev.lexlab.lab.console.Answer;
import dev.lexlab.lab.console.ExitCode;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "mutate",
        description = {
            "Breaks right solutions in small ways, grades each, and says which breakages no check noticed.",
            "A task is above the bar where its checks notice nine of ten; a breakage that changes nothing the task asks"
                    + " for is declared in equivalents.yml beside the fixtures, with a witness.",
            "Exit code: 0 all above the bar, 1 one is below or declares something wrong, 2 usage, 3 could not."
        },
        sortOptions = false)
final class MutateCommand extends LexlabCommand {
    private static final int SEEDS = 1_000_000;

    @Parameters(
            arity = "0..1",
            paramLabel = "LAB[/TASK]",
            description = "whose solutions; otherwise those of every task")
    private @Nullable String target;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "begin no other one after so long, and say how many were not tried; otherwise all are tried")
    private @Nullable Integer minutes;

    @Option(
            names = "--sample",
            paramLabel = "SEED",
            description = "try the same ones in the same order, with the same random data, as an earlier run")
    private @Nullable Long sample;

    @Option(names = "--workers", paramLabel = "N", description = "how many at the same time; otherwise one a processor")
    private @Nullable Integer workers;

    MutateCommand(Context context) {
        super(context);
    }

    @Override
    String couldNot() {
        return "could not break: ";
    }

    @Override
    public Answer call() throws Exception {
        if (minutes != null && (minutes < 1 || minutes > 24 * 60)) {
            throw new UsageProblem("--minutes is a number from 1 to 1440, not " + minutes);
        }
        if (workers != null && (workers < 1 || workers > 64)) {
            throw new UsageProblem("--workers is a number from 1 to 64, not " + workers);
        }
        Course here = course();
        Labs labs = Labs.of(here);
        Predicate<String> isWanted = wanted(labs);
        if (!labs.problems().isEmpty()) {
            throw new ProblemsFound(labs.problems());
        }
        List<Case> cases = cases(here, labs, isWanted);
        if (cases.isEmpty()) {
            throw new UsageProblem("there is no task to break a solution of in this course");
        }
        try {
            return breakAll(here, Plan.of(here, cases));
        } catch (ProblemsFound e) {
            e.problems().forEach(problem -> console().note(context.sink().encode(problem.toString())));
            console().say("declared wrongly: " + e.problems().size() + "; nothing was broken");
            return ExitCode.NO;
        }
    }

    /** Also asks for the engine: without one there is nothing to begin with. */
    private List<Case> cases(Course here, Labs labs, Predicate<String> isWanted) throws ProblemsFound, IOException {
        List<Case> cases = Cases.of(here, labs.all(), isWanted, task -> false);
        if (cases.stream().anyMatch(one -> !one.task().images().isEmpty())) {
            try (Servers containers = servers(here)) {
                containers.requireEngine();
            }
        }
        return cases;
    }

    private Predicate<String> wanted(Labs labs) throws UsageProblem, ProblemsFound {
        if (target == null) {
            return any -> true;
        }
        Labs.Named named = labs.named(target);
        return name ->
                named.tasks().stream().anyMatch(task -> name.equals(named.lab().id() + "/" + task.id()));
    }

    private ExitCode breakAll(Course here, Plan plan) throws Exception {
        Instant began = Instant.now();
        long seed = sample == null ? new SecureRandom().nextInt(SEEDS) : sample;
        int hands = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        Duration time = minutes == null ? Duration.ofDays(1) : Duration.ofMinutes(minutes);
        console().note("breaking right solutions in " + plan.size() + " ways, sample " + seed);
        List<Score> scores = new Mutation(here, () -> servers(here), hands, seed, watching())
                .breakAll(plan, time, Integer.MAX_VALUE);
        console().clearProgress();
        if (context.isEnding().getAsBoolean()) {
            return ExitCode.INTERRUPTED; // what was cut off says nothing
        }
        return new MutationTable(console(), here).sum(scores, Duration.between(began, Instant.now()), seed);
    }

    private Servers servers(Course here) {
        return Servers.inContainers(here, context.environment(), context.trace());
    }

    private Breaking watching() {
        return new Breaking() {
            @Override
            public void begins(String task, int number, int of) {
                console().progress(number + " of " + of + "  " + task + " …");
            }

            @Override
            public boolean isEnding() {
                return context.isEnding().getAsBoolean();
            }

            @Override
            public void error(Throwable thrown) {
                context.debug(thrown);
            }
        };
    }
}
