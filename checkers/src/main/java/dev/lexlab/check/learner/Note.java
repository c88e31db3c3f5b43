package dev.lexlab.check.learner;

/**
 * What is noted about a learner and one task.
 *
 * @param hintsUsed rungs of the ladder they have asked for
 * @param solutionSeen whether the solution was shown before they had one
 */
public record Note(int hintsUsed, boolean solutionSeen) {
    static final Note NOTHING = new Note(0, false);

    Note withOneHintMore() {
        return new Note(hintsUsed + 1, solutionSeen);
    }

    Note withTheSolutionSeen() {
        return new Note(hintsUsed, true);
    }
}
