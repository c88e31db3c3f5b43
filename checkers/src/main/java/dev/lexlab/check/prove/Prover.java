package dev.lexlab.check.prove;

import dev.lexlab.check.environment.EnvironmentKind;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.prove.Fixture.Kind;
import dev.lexlab.check.prove.Outcome.State;
import dev.lexlab.check.run.Grader;
import dev.lexlab.check.run.Progress;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.files.Hashes;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** The door: proves cases, several at the same time, each on servers that it shares with no other. */
public final class Prover {
    private final Course course;
    private final Function<EnvironmentKind, Servers> makeServers;
    private final Settings settings;
    private final Watching watching;
    private final ProofCache cache;
    private final List<Outcome> outcomes = new ArrayList<>();
    private int begun;

    public Prover(Course course, Function<EnvironmentKind, Servers> makeServers, Settings settings, Watching watching) {
        this.course = course;
        this.makeServers = makeServers;
        this.settings = settings;
        this.watching = watching;
        this.cache = new ProofCache(course.state().resolve("proofs"));
    }

    /** An outcome for each case, in their order. */
    public List<Outcome> prove(List<Case> cases) throws IOException, ProblemsFound, InterruptedException {
        ProofKey keys = new ProofKey(course);
        Map<Case, String> open = new LinkedHashMap<>(); // to the key of what is there now: it may be edited meanwhile
        for (Case one : cases) {
            String key = keys.of(one, solution(one, cases));
            OptionalLong known = settings.trustsNothing() ? OptionalLong.empty() : cache.proven(one, key);
            if (known.isPresent()) {
                end(new Outcome(one, State.KNOWN, List.of(), known.getAsLong()));
            } else {
                open.put(one, key);
            }
        }
        long deadline = System.nanoTime() + settings.budget().toNanos();
        CaseQueue queue = new CaseQueue(inOrder(open.keySet()));
        Set<Case> twice = Set.copyOf(oneOfEachTask(open.keySet()));
        try (Grader grader = new Grader()) {
            Crew.work(settings.workbenches(), () -> workbench(course, grader, makeServers, watching), (bench, last) -> {
                Optional<Case> next = queue.next(last);
                if (next.isPresent()) {
                    Case one = next.get();
                    boolean canWait = !settings.defersNothing() && !one.isEssential();
                    if (canWait && System.nanoTime() > deadline) {
                        end(new Outcome(one, State.DEFERRED, List.of(), 0));
                    } else {
                        begin(one, open.size());
                        Optional<Path> solution = solution(one, cases);
                        Outcome outcome = bench.prove(one, solution, twice.contains(one), settings.seed());
                        if (outcome.state() == State.PROVEN) {
                            cache.keep(one, open.getOrDefault(one, ""), outcome.milliseconds());
                        }
                        end(outcome);
                    }
                }
                return next.map(Case::taskName);
            });
        }
        return outcomes.stream()
                .sorted(Comparator.comparingInt(outcome -> cases.indexOf(outcome.of())))
                .toList();
    }

    static Workbench workbench(
            Course course, Grader grader, Function<EnvironmentKind, Servers> makeServers, Watching watching)
            throws IOException {
        return new Workbench(course, grader, makeServers, new Progress() {
            @Override
            public void check(int number, int of) {}

            @Override
            public void error(Throwable thrown) {
                watching.error(thrown);
            }
        });
    }

    private synchronized void begin(Case one, int of) {
        begun++;
        watching.begins(one, begun, of);
    }

    private synchronized void end(Outcome outcome) {
        outcomes.add(outcome);
        watching.ended(outcome);
    }

    /** What cannot wait, then what has waited longest; where all wait for ever, as after a clone, others every day. */
    private List<Case> inOrder(Set<Case> cases) {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        return cases.stream()
                .sorted(Comparator.comparing((Case one) -> !one.isEssential())
                        .thenComparing(cache::latest)
                        .thenComparing(one -> Hashes.of(today + one.name())))
                .toList();
    }

    /** Graded twice with one seed, and compared byte by byte. */
    private static List<Case> oneOfEachTask(Set<Case> cases) {
        Set<String> tasks = new HashSet<>();
        return cases.stream()
                .filter(one -> one.fixture().kind() == Kind.WRONG)
                .filter(one -> tasks.add(one.taskName()))
                .toList();
    }

    /** Whose shell shows what the fixture's must not; without containers there is no shell. */
    private static Optional<Path> solution(Case one, List<Case> cases) {
        return cases.stream()
                .filter(other -> !one.isEmbedded())
                .filter(other -> other.taskName().equals(one.taskName()))
                .filter(other -> other.fixture().kind() == Kind.SOLUTION)
                .flatMap(other -> other.fixture().folder().stream())
                .findFirst();
    }
}
