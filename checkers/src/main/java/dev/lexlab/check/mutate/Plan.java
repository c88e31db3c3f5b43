package dev.lexlab.check.mutate;

import dev.lexlab.check.prove.Case;
import dev.lexlab.lab.files.Course;
import dev.lexlab.lab.problem.Problems;
import dev.lexlab.lab.problem.ProblemsFound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** The mutants there are, by task, with what their authors declare of them. */
public final class Plan {
    private final Map<String, TaskPlan> tasks;

    private Plan(Map<String, TaskPlan> tasks) {
        this.tasks = tasks;
    }

    /**
     * Makes it.
     *
     * @param cases of any kind; those that are right are broken
     * @throws ProblemsFound with all that is wrong in the declarations
     */
    public static Plan of(Course course, List<Case> cases) throws ProblemsFound, IOException {
        Problems problems = new Problems();
        EquivalentsReader reader = new EquivalentsReader(course, problems);
        Map<String, List<Case>> right = cases.stream()
                .filter(one -> one.fixture().isRight())
                .collect(Collectors.groupingBy(Case::taskName, LinkedHashMap::new, Collectors.toList()));
        Map<String, TaskPlan> tasks = new LinkedHashMap<>();
        for (Map.Entry<String, List<Case>> entry : right.entrySet()) {
            Case any = entry.getValue().get(0);
            List<Mutant> mutants = Mutants.of(entry.getValue());
            List<Equivalent> declared = reader.read(any.lab(), any.task(), mutants);
            tasks.put(entry.getKey(), new TaskPlan(any, mutants, declared));
        }
        problems.throwIfAny();
        return new Plan(tasks);
    }

    public int size() {
        return tasks.values().stream().mapToInt(task -> task.mutants().size()).sum();
    }

    /** In an order that a seed decides; however early one stops, of each task about the same part was tried. */
    List<Mutant> inOrder(long seed) {
        Random random = new Random(seed);
        Map<Mutant, Double> turns = new HashMap<>();
        List<Mutant> all = new ArrayList<>();
        for (TaskPlan task : tasks.values()) {
            List<Mutant> shuffled = new ArrayList<>(task.mutants());
            Collections.shuffle(shuffled, random);
            for (int i = 0; i < shuffled.size(); i++) {
                turns.put(shuffled.get(i), (i + 0.5) / shuffled.size());
            }
            all.addAll(shuffled);
        }
        all.sort(Comparator.comparing((Mutant mutant) -> turns.getOrDefault(mutant, 1.0)));
        return all;
    }

    Optional<Equivalent> declared(Mutant mutant) {
        return Optional.ofNullable(tasks.get(mutant.task())).stream()
                .flatMap(task -> task.declared().stream())
                .filter(equivalent -> equivalent.means(mutant))
                .findFirst();
    }

    /** What came of each task, in their order. */
    List<Score> scores(List<Trial> trials) {
        return tasks.entrySet().stream()
                .map(task -> new Score(
                        task.getValue().any().lab().id(),
                        task.getValue().any().task(),
                        task.getValue().mutants(),
                        trials.stream()
                                .filter(trial -> trial.of().task().equals(task.getKey()))
                                .toList()))
                .toList();
    }

    private record TaskPlan(Case any, List<Mutant> mutants, List<Equivalent> declared) {}
}
