package dev.lexlab.check.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cases that wait for a workbench. One that has a task's servers warm gets that task's next case. */
final class CaseQueue {
    private final List<Case> waiting;

    CaseQueue(List<Case> cases) {
        this.waiting = new ArrayList<>(cases);
    }

    /** The next one, best of the task worked on last; of all others, one of the task with the most to do. */
    synchronized Optional<Case> next(@Nullable String lastTask) {
        Optional<Case> next = first(lastTask);
        if (next.isEmpty()) {
            next =
                    waiting.stream()
                            .collect(Collectors.groupingBy(Case::taskName, Collectors.counting()))
                            .entrySet()
                            .stream()
                            .max(Comparator.comparingLong(entry -> entry.getValue()))
                            .flatMap(entry -> first(entry.getKey()));
        }
        next.ifPresent(waiting::remove);
        return next;
    }

    private Optional<Case> first(@Nullable String task) {
        return waiting.stream().filter(one -> one.taskName().equals(task)).findFirst();
    }
}
