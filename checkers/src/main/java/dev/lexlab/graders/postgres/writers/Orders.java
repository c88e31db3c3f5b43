package dev.lexlab.graders.postgres.writers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What clients would be told who came one after the other, in some order. */
final class Orders {
    private final Books given;
    private final List<Operation> operations;

    Orders(Books given, List<Operation> operations) {
        this.given = given;
        this.operations = List.copyOf(operations);
    }

    /** Whether there is an order in which they are told just this. */
    boolean explain(List<Answer> answers) {
        return explain(given, answers, new HashSet<>());
    }

    private boolean explain(Books now, List<Answer> answers, Set<Integer> gone) {
        if (gone.size() == operations.size()) {
            return true;
        }
        for (int next = 0; next < operations.size(); next++) {
            Operation operation = operations.get(next);
            Answer answer = answers.get(next);
            if (!gone.contains(next) && now.answer(operation) == answer) {
                gone.add(next);
                Books then = answer == Answer.DONE ? now.after(List.of(operation)) : now;
                if (explain(then, answers, gone)) {
                    return true;
                }
                gone.remove(next);
            }
        }
        return false;
    }

    /** How many of them can be done at most. */
    int mostDone() {
        return mostDone(given, new HashSet<>());
    }

    private int mostDone(Books now, Set<Integer> gone) {
        int most = 0;
        for (int next = 0; next < operations.size(); next++) {
            Operation operation = operations.get(next);
            if (!gone.contains(next) && now.answer(operation) == Answer.DONE) {
                gone.add(next);
                most = Math.max(most, 1 + mostDone(now.after(List.of(operation)), gone));
                gone.remove(next);
            }
        }
        return most;
    }
}
