package dev.lexlab.site.pipeline;

import dev.lexlab.lab.problem.Problem;
import java.util.List;

/**
 * How a build went.
 *
 * @param problems why nothing was built; sorted
 * @param terms what the site holds; zero where nothing was built
 * @param unrecorded addresses that the site has and the course's ledger has not; sorted
 * @param notes what authors should know and what stopped nothing; sorted
 */
public record BuildOutcome(
        Status status,
        List<Problem> problems,
        int concepts,
        int terms,
        int labs,
        List<String> unrecorded,
        List<Problem> notes) {

    public BuildOutcome {
        problems = List.copyOf(problems);
        unrecorded = List.copyOf(unrecorded);
        notes = List.copyOf(notes);
    }

    BuildOutcome(Status status, List<Problem> problems, int concepts, int terms, int labs, List<String> unrecorded) {
        this(status, problems, concepts, terms, labs, unrecorded, List.of());
    }

    BuildOutcome with(List<Problem> remarks) {
        return new BuildOutcome(status, problems, concepts, terms, labs, unrecorded, remarks);
    }

    /** The site that is shown is the one that would be made. */
    public static BuildOutcome unchanged() {
        return new BuildOutcome(Status.UNCHANGED, List.of(), 0, 0, 0, List.of());
    }

    static BuildOutcome stoppedBy(List<Problem> problems) {
        return new BuildOutcome(Status.PROBLEMS, problems, 0, 0, 0, List.of());
    }

    /** The three ways it can go. */
    public enum Status {
        BUILT,
        /** The site that is shown was made from the same inputs; nothing was written. */
        UNCHANGED,
        /** The sources are at fault; the site that was shown is still shown. */
        PROBLEMS
    }
}
