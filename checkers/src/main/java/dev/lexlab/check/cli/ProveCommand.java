package dev.lexlab.check.cli;

import dev.lexlab.check.environment.EnvironmentKind;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.prove.Case;
import dev.lexlab.check.prove.Cases;
import dev.lexlab.check.prove.Outcome;
import dev.lexlab.check.prove.ProofSummary;
import dev.lexlab.check.prove.ProofTable;
import dev.lexlab.check.prove.Prover;
import dev.lexlab.check.prove.Repetition;
import dev.lexlab.check.prove.Repetition.Tally;
import dev.lexlab.check.prove.Settings;
import dev.lexlab.check.prove.Watching;
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
        name = "prove",
        description = {
            "Proves graders: that every known right and wrong solution gets exactly the verdicts and the diagnosis that"
                    + " it declares, and that the command a message tells shows the symptom.",
            "Where $GITHUB_STEP_SUMMARY is set, a summary is added there.",
            "Exit code: 0 all as declared, 1 a grader, lab or fixture is wrong, 2 usage, 3 could not."
        },
        sortOptions = false)
final class ProveCommand extends LexlabCommand {
    private static final int SEEDS = 1_000_000;
    private static final int DEFAULT_MINUTES = 20;

    @Parameters(arity = "0..1", paramLabel = "LAB[/TASK]", description = "what to prove; otherwise every task")
    private @Nullable String target;

    @Option(names = "--all", description = "put nothing off, however long it takes")
    private boolean isAll;

    @Option(names = "--fresh", description = "prove also what was proven before and has not changed since")
    private boolean isFresh;

    @Option(
            names = "--repeat",
            description = "grade all fixtures in random order, each at least twice, and count what differs")
    private boolean isRepeated;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "" + DEFAULT_MINUTES,
            description = "how long to repeat; without --repeat: when to put off what can wait (${DEFAULT-VALUE})")
    private int minutes = DEFAULT_MINUTES;

    @Option(names = "--load", description = "with --repeat: keep the processors busy meanwhile")
    private boolean isLoaded;

    @Option(names = "--workers", paramLabel = "N", description = "how many at the same time; otherwise one a processor")
    private @Nullable Integer workers;

    @Option(names = "--seed", paramLabel = "N", description = "draw the same random data as an earlier run")
    private @Nullable Long seed;

    ProveCommand(Context context) {
        super(context);
    }

    @Override
    public Answer call() throws Exception {
        if (minutes < 1 || minutes > 24 * 60) {
            throw new UsageProblem("--minutes is a number from 1 to 1440, not " + minutes);
        }
        if (workers != null && (workers < 1 || workers > 64)) {
            throw new UsageProblem("--workers is a number from 1 to 64, not " + workers);
        }
        if (isLoaded && !isRepeated) {
            throw new UsageProblem("--load goes with --repeat");
        }
        Course here = course();
        Labs labs = Labs.of(here);
        Predicate<String> isWanted = wanted(labs);
        if (!labs.problems().isEmpty()) {
            throw new ProblemsFound(labs.problems());
        }
        List<Case> cases = cases(here, labs, isWanted);
        if (cases.isEmpty()) {
            throw new UsageProblem("there is no lab to prove in this course");
        }
        long seedOfRun = seed == null ? new SecureRandom().nextInt(SEEDS) : seed;
        return isRepeated ? repeat(here, cases, seedOfRun) : prove(here, cases, seedOfRun);
    }

    @Override
    String couldNot() {
        return "could not prove: ";
    }

    /** Also asks for the engine: without one there is nothing to begin with. */
    private List<Case> cases(Course here, Labs labs, Predicate<String> isWanted) throws ProblemsFound, IOException {
        try (Servers containers = servers(here, EnvironmentKind.CONTAINERS);
                Servers embedded = servers(here, EnvironmentKind.EMBEDDED)) {
            List<Case> cases =
                    Cases.of(here, labs.all(), isWanted, task -> embedded.kind(task) == EnvironmentKind.EMBEDDED);
            if (cases.stream().anyMatch(one -> !one.task().images().isEmpty())) {
                containers.requireEngine();
            }
            return cases;
        }
    }

    private Predicate<String> wanted(Labs labs) throws UsageProblem, ProblemsFound {
        if (target == null) {
            return any -> true;
        }
        Labs.Named named = labs.named(target);
        return name ->
                named.tasks().stream().anyMatch(task -> name.equals(named.lab().id() + "/" + task.id()));
    }

    private ExitCode prove(Course here, List<Case> cases, long seedOfRun) throws Exception {
        Instant began = Instant.now();
        Settings settings = new Settings(isAll, isFresh, Duration.ofMinutes(minutes), hands(), seedOfRun);
        ProofTable table = new ProofTable(console());
        Prover prover = new Prover(here, on -> servers(here, on), settings, watching(table, true));
        List<Outcome> outcomes = prover.prove(cases);
        console().clearProgress();
        StepSummary.add(context, ProofSummary.document(outcomes));
        return table.sum(outcomes, Duration.between(began, Instant.now()), seedOfRun);
    }

    private ExitCode repeat(Course here, List<Case> cases, long seedOfRun) throws Exception {
        ProofTable table = new ProofTable(console());
        int load = isLoaded ? 2 * Runtime.getRuntime().availableProcessors() : 0;
        Tally tally = new Repetition(here, on -> servers(here, on), hands(), seedOfRun, watching(table, false))
                .repeat(cases, Duration.ofMinutes(minutes), load);
        console().clearProgress();
        return table.sum(tally, cases.size());
    }

    private Servers servers(Course here, EnvironmentKind on) {
        return on == EnvironmentKind.EMBEDDED
                ? Servers.embedded(here, context.environment(), context.openTrace())
                : Servers.inContainers(here, context.environment(), context.openTrace());
    }

    private int hands() {
        return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    }

    private Watching watching(ProofTable table, boolean tellsRows) {
        return new Watching() {
            @Override
            public void begins(Case one, int number, int of) {
                console().progress(number + (of > 0 ? " of " + of : "") + "  " + one.name() + " …");
            }

            @Override
            public void ended(Outcome outcome) {
                if (tellsRows && !context.isEnding().getAsBoolean()) {
                    console().clearProgress();
                    table.row(outcome);
                }
            }

            @Override
            public void error(Throwable thrown) {
                context.debug(thrown);
            }
        };
    }
}
