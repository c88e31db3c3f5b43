package dev.lexlab.check.mutate;

import dev.lexlab.lab.problem.Place;

/**
 * A breakage that changes nothing a task asks for, as its author declares it.
 *
 * @param place of the declaration
 * @param source fixture and file
 * @param before the changed lines as they stand
 * @param after what they become; empty where nothing of them is left
 * @param because why it changes nothing
 * @param machine where the witness is asked
 * @param command what it is asked
 */
record Equivalent(
        Place place, String source, String before, String after, String because, String machine, String command) {

    boolean means(Mutant mutant) {
        return mutant.source().equals(source)
                && mutant.before().equals(before)
                && mutant.after().equals(after);
    }
}
