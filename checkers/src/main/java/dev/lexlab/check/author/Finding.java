package dev.lexlab.check.author;

import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.result.Verdict;

/** Something thrown in a check that has a verdict of its own and words for the learner. */
public sealed interface Finding permits Failure, Invalid, TimedOut {

    Verdict verdict();

    /** What the grader said; the words of a diagnosis are added from {@code lab.yml} by the engine. */
    Feedback feedback();

    /** Id of the mistake that was recognised, or empty. */
    default String diagnosis() {
        return "";
    }
}
