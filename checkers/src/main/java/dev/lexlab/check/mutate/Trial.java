package dev.lexlab.check.mutate;

import dev.lexlab.lab.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of a mutant.
 *
 * @param check what decided; empty where all checks passed, or nothing was decided
 * @param remark why nobody knows; empty otherwise
 * @param faults in what its author declares of it
 */
record Trial(Mutant of, Fate fate, Optional<String> check, String remark, List<Problem> faults) {
    Trial {
        faults = List.copyOf(faults);
    }

    static Trial of(Mutant mutant, Fate fate, Optional<String> check) {
        return new Trial(mutant, fate, check, "", List.of());
    }

    static Trial couldNot(Mutant mutant, String remark) {
        return new Trial(mutant, Fate.COULD_NOT, Optional.empty(), remark, List.of());
    }

    Trial with(Fate other, List<Problem> found) {
        return new Trial(of, other, check, remark, found);
    }

    /** From the best to the worst that can be said of a grader. */
    enum Fate {
        CAUGHT,
        /** It cannot even be read, built or started: no grader is needed to see that. */
        STILLBORN,
        /** Declared to change nothing, and witnessed. */
        EQUIVALENT,
        SURVIVED,
        COULD_NOT
    }
}
