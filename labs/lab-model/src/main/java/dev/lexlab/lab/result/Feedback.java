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
 * @param diagnosis id of the recognised mistake
 * @param reproduce a command to paste into {@code ./lexlab shell} that shows the same symptom
 */
public record Feedback(
        String summary,
        Optional<Untrusted> expected,
        Optional<Untrusted> seen,
        Optional<Place> place,
        Optional<String> next,
        Optional<String> term,
        Optional<String> diagnosis,
        Optional<Untrusted> reproduce) {

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
}
