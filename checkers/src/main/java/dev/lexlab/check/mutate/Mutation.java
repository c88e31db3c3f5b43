package dev.lexlab.check.mutate;

import dev.lexlab.check.environment.Servers;
import dev.lexlab.check.prove.Crew;
import dev.lexlab.check.run.Grader;
import dev.lexlab.lab.files.Course;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door: tries mutants, several at the same time, each on servers that it shares with no other. */
public final class Mutation {
    private final Course course;
    private final Supplier<Servers> makeServers;
    private final int hands;
    private final long seed;
    private final Breaking breaking;
    private final List<Trial> trials = new ArrayList<>();
    private int begun;

    /**
     * For one run.
     *
     * @param seed decides the order of mutants and all that checks draw
     */
    public Mutation(Course course, Supplier<Servers> makeServers, int hands, long seed, Breaking breaking) {
        this.course = course;
        this.makeServers = makeServers;
        this.hands = hands;
        this.seed = seed;
        this.breaking = breaking;
    }

    /**
     * Tries them.
     *
     * @param time when this has passed, no other one begins
     * @param most how many at most
     * @return a score for each task
     */
    public List<Score> breakAll(Plan plan, Duration time, int most) throws IOException, InterruptedException {
        List<Mutant> chosen = plan.inOrder(seed);
        chosen = chosen.subList(0, Math.min(most, chosen.size()));
        int count = chosen.size();
        Iterator<Mutant> waiting = chosen.iterator();
        Witness witness = new Witness();
        long began = System.nanoTime();
        try (Grader grader = new Grader()) {
            Crew.work(
                    Math.max(1, Math.min(hands, count)),
                    () -> new MutantBench(course, grader, makeServers, witness, breaking::error),
                    (bench, last) -> {
                        boolean isOver = breaking.isEnding() || System.nanoTime() - began > time.toNanos();
                        Mutant next = isOver ? null : next(waiting, count);
                        if (next == null) {
                            return Optional.empty();
                        }
                        end(bench.tryOut(next, plan.declared(next), seed));
                        return Optional.of(next.task());
                    });
        }
        return plan.scores(trials);
    }

    private synchronized @Nullable Mutant next(Iterator<Mutant> waiting, int of) {
        if (!waiting.hasNext()) {
            return null;
        }
        Mutant next = waiting.next();
        begun++;
        breaking.begins(next.task(), begun, of);
        return next;
    }

    private synchronized void end(Trial trial) {
        trials.add(trial);
    }
}
