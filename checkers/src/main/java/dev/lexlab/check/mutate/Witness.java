package dev.lexlab.check.mutate;

import dev.lexlab.check.prove.Typing;
import dev.lexlab.check.prove.Typing.Typed;
import dev.lexlab.lab.problem.Problem;
import dev.lexlab.lab.problem.ProblemsFound;
import dev.lexlab.lab.text.Sink;
import dev.lexlab.lab.text.Untrusted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Asks what an author tells us to ask: with the right solution, with the broken one, where it must answer the same, and with
 * the starter, where it must not, or the question shows nothing.
 */
final class Witness {
    private static final int MOST_CHARACTERS = 300;

    private final Map<String, Typed> known = new ConcurrentHashMap<>();

    /** What is wrong with a declaration; empty where it is witnessed. */
    List<Problem> faults(Equivalent declared, Mutant mutant, Path broken, Typing typing)
            throws ProblemsFound, IOException, InterruptedException {
        Path right = mutant.of().fixture().folder().orElseThrow();
        Typed reference = once(
                right,
                declared,
                mutant,
                typing,
                seen -> seen.succeeded() && !seen.text().isBlank());
        if (!reference.succeeded() || reference.text().isBlank()) {
            return List.of(new Problem(
                    declared.place(),
                    "the witness has nothing to say of '"
                            + mutant.of().fixture().name() + "': "
                            + (reference.text().isBlank() ? "it prints nothing" : "it fails: " + shown(reference)),
                    "choose a command that ends with 0 and prints something"));
        }
        List<Problem> faults = new ArrayList<>();
        Typed seen = typed(broken, declared, mutant, typing, one -> one.equals(reference));
        if (!seen.equals(reference)) {
            faults.add(new Problem(
                    declared.place(),
                    "the witness tells the broken one from the right one: " + shown(seen) + " instead of "
                            + shown(reference),
                    "it is none that changes nothing, or the witness shows too much"));
        }
        Typed start = once(mutant.of().task().starter(), declared, mutant, typing, one -> !one.equals(reference));
        if (start.equals(reference)) {
            faults.add(new Problem(
                    declared.place(),
                    "the witness says the same of the starter, so it shows nothing: " + shown(reference),
                    "choose a command that shows what the solution has and the starter has not"));
        }
        return faults;
    }

    /** What does not change is not asked twice. */
    private Typed once(Path folder, Equivalent declared, Mutant mutant, Typing typing, Predicate<Typed> isEnough)
            throws ProblemsFound, IOException, InterruptedException {
        String key = folder + "\n" + mutant.source() + "\n" + declared.machine() + "\n" + declared.command();
        Optional<Typed> earlier = Optional.ofNullable(known.get(key));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Typed now = typed(folder, declared, mutant, typing, isEnough);
        known.put(key, now);
        return now;
    }

    private static Typed typed(
            Path folder, Equivalent declared, Mutant mutant, Typing typing, Predicate<Typed> isEnough)
            throws ProblemsFound, IOException, InterruptedException {
        return typing.output(
                mutant.of().lab(), mutant.of().task(), folder, declared.machine(), declared.command(), isEnough);
    }

    private static String shown(Typed seen) {
        return "'"
                + Sink.TERMINAL
                        .encode(Untrusted.of(seen.text()), MOST_CHARACTERS)
                        .strip()
                        .replaceAll("\\s*\\R\\s*", " ⏎ ")
                + "'";
    }
}
