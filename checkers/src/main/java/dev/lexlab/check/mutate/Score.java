package dev.lexlab.check.mutate;

import dev.lexlab.check.mutate.Trial.Fate;
import dev.lexlab.lab.CheckDefinition;
import dev.lexlab.lab.TaskDefinition;
import dev.lexlab.lab.problem.Place;
import dev.lexlab.lab.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a task's mutants.
 *
 * @param all that were made
 * @param trials of those that were tried
 */
public record Score(String lab, TaskDefinition task, List<Mutant> all, List<Trial> trials) {
    private static final int BAR = 90;
    private static final int MOST_EQUIVALENT = 10;

    public Score {
        List<Mutant> made = List.copyOf(all);
        all = made;
        trials = trials.stream()
                .sorted(Comparator.comparingInt(trial -> made.indexOf(trial.of())))
                .toList();
    }

    String name() {
        return lab + "/" + task.id();
    }

    public int made() {
        return all.size();
    }

    public int stillborn() {
        return count(Fate.STILLBORN);
    }

    public int caught() {
        return count(Fate.CAUGHT);
    }

    public int equivalent() {
        return count(Fate.EQUIVALENT);
    }

    public int survived() {
        return count(Fate.SURVIVED);
    }

    public int couldNot() {
        return count(Fate.COULD_NOT);
    }

    /** Those that ran, and of which something is known. */
    public int live() {
        return caught() + equivalent() + survived();
    }

    public int untried() {
        return made() - trials.size();
    }

    /** Those that a check has to notice. */
    int meant() {
        return live() - equivalent();
    }

    /** Nothing broken is nothing shown. */
    public boolean isAboveTheBar() {
        return meant() > 0 && caught() * 100 >= BAR * meant();
    }

    List<Trial> survivors() {
        return of(Fate.SURVIVED);
    }

    List<Trial> of(Fate fate) {
        return trials.stream().filter(trial -> trial.fate() == fate).toList();
    }

    /** How many each check caught, in the order of checks. */
    Map<String, Integer> caughtBy() {
        Map<String, Integer> by = new LinkedHashMap<>();
        task.checks().forEach(check -> by.put(check.id(), 0));
        of(Fate.CAUGHT).forEach(trial -> trial.check().ifPresent(check -> by.merge(check, 1, Integer::sum)));
        return by;
    }

    List<String> checks() {
        return task.checks().stream().map(CheckDefinition::id).toList();
    }

    /** In what authors declare. */
    public List<Problem> faults() {
        List<Problem> faults = new ArrayList<>();
        trials.forEach(trial -> faults.addAll(trial.faults()));
        if (untried() == 0 && equivalent() * MOST_EQUIVALENT > live()) {
            faults.add(new Problem(
                    Place.of("checkers/src/test/submissions/" + name() + "/" + EquivalentsReader.FILE),
                    equivalent() + " of " + live() + " live mutants are declared to change nothing, more than a tenth",
                    "let a check notice some of them"));
        }
        return List.copyOf(faults);
    }

    private int count(Fate fate) {
        return of(fate).size();
    }
}
