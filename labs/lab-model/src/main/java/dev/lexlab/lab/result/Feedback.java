package dev.lexlab.lab.result;

import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.text.Untrusted;
import java.util.Optional;

/**
 * What a learner is told about a check that did not pass; words, no markup.
 *
 * @param summary one line: what is the matter
 * @param expected what should be seen
 * @param seen what was
 * @param place file of the submission the matter stands in
 * @param next one next step
 * @param term slug of the term to read
 * @param diagnosis the recognised mistake
 * @param reproduce what shows the same symptom
 */
public record Feedback(
        String summary,
        Optional<Untrusted> expected,
        Optional<Untrusted> seen,
        Optional<Place> place,
        Optional<String> next,
        Optional<String> term,
        Optional<Diagnosis> diagnosis,
        Optional<Reproduction> reproduce) {

    /** Nothing but the matter itself. */
    public static Feedback of(String summary) {
        return new Feedback(
                summary,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with what {@code lab.yml} says of a mistake; a step or term the grader named itself stays. */
    public Feedback diagnosed(Diagnosis mistake, String itsNext, Optional<String> itsTerm) {
        return new Feedback(
                summary,
                expected,
                seen,
                place,
                Optional.of(next.orElse(itsNext)),
                term.or(() -> itsTerm),
                Optional.of(mistake),
                reproduce);
    }

    /** The same where a limit stopped what was looked at: that is seen first, and something to be done about it. */
    public Feedback stopped(String limit, String itsNext) {
        return new Feedback(
                summary,
                expected,
                Optional.of(seen.map(words -> words.below(limit)).orElseGet(() -> Untrusted.of(limit))),
                place,
                Optional.of(itsNext),
                term,
                diagnosis,
                reproduce);
    }

    /**
     * A mistake that the grader recognised.
     *
     * @param says what is probably wrong
     */
    public record Diagnosis(String id, String says) {}

    /**
     * A command to paste into {@code ./lexlab shell}.
     *
     * @param machine the task's machine that it runs on; empty is the one a shell opens by itself
     */
    public record Reproduction(String machine, Untrusted command) {}
}
