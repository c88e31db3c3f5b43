package dev.lexlab.check.prove;

import dev.lexlab.check.environment.EnvironmentKind;
import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.prove.Outcome.State;
import dev.lexlab.check.run.Grader;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Grades all cases again and again, in another order and with other random data each time, until the time is over and each
 * was graded at least twice.
 */
public final class Repetition {
    private static final int LEAST_ROUNDS = 2;

    private final Course course;
    private final Function<EnvironmentKind, Servers> makeServers;
    private final int workbenches;
    private final Watching watching;
    private final Random random;
    private final Deque<Case> round = new ArrayDeque<>();
    private final List<Seen> differing = new ArrayList<>();
    private int rounds;
    private int gradings;
    private int couldNot;

    public Repetition(
            Course course,
            Function<EnvironmentKind, Servers> makeServers,
            int workbenches,
            long seed,
            Watching watching) {
        this.course = course;
        this.makeServers = makeServers;
        this.workbenches = workbenches;
        this.watching = watching;
        this.random = new Random(seed);
    }

    /**
     * Repeats.
     *
     * @param load how many threads compute without end meanwhile, so that everything is slow
     */
    public Tally repeat(List<Case> cases, Duration time, int load) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Grader grader = new Grader();
                Load busy = new Load()) {
            busy.start(load);
            Crew.work(workbenches, () -> Prover.workbench(course, grader, makeServers, watching), (bench, last) -> {
                Optional<Turn> turn = next(cases, began + time.toNanos());
                if (turn.isPresent()) {
                    count(turn.get(), bench.repeat(turn.get().of(), turn.get().seed()));
                }
                return turn.map(one -> one.of().taskName());
            });
        }
        return new Tally(gradings, rounds, couldNot, differing, Duration.ofNanos(System.nanoTime() - began));
    }

    private synchronized Optional<Turn> next(List<Case> cases, long deadline) {
        boolean isEnough = rounds >= LEAST_ROUNDS && System.nanoTime() > deadline;
        if (round.isEmpty() && !isEnough) {
            List<Case> shuffled = new ArrayList<>(cases);
            Collections.shuffle(shuffled, random);
            round.addAll(shuffled);
            rounds++;
        }
        boolean mustBeDone = rounds <= LEAST_ROUNDS;
        if (round.isEmpty() || (!mustBeDone && System.nanoTime() > deadline)) {
            return Optional.empty();
        }
        Case one = round.remove();
        gradings++;
        watching.begins(one, gradings, 0);
        return Optional.of(new Turn(one, random.nextInt(1_000_000)));
    }

    private synchronized void count(Turn turn, Outcome outcome) {
        if (outcome.state() == State.COULD_NOT) {
            couldNot++;
        }
        if (outcome.state() != State.PROVEN) {
            differing.add(new Seen(outcome, turn.seed()));
        }
        watching.ended(outcome);
    }

    private record Turn(Case of, long seed) {}

    /** A grading that was not as declared, and the seed that it can be had again with. */
    public record Seen(Outcome outcome, long seed) {}

    /**
     * What came of it.
     *
     * @param rounds in how many orders; the last one may have been cut short
     * @param couldNot gradings that ended in ERROR; they are among the differing ones
     */
    public record Tally(int gradings, int rounds, int couldNot, List<Seen> differing, Duration time) {
        public Tally {
            differing = List.copyOf(differing);
        }

        /** With none seen in N, at most this part differs, with 95 % confidence: the rule of three. */
        public double bound() {
            return gradings == 0 ? 1 : Math.min(1, 3.0 / gradings);
        }
    }
}
