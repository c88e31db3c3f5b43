package dev.lexlab.graders.postgres.explain;

import dev.lexlab.check.author.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs each question with a learner's indexes and then without them, in the very same tables. */
final class Trial {
    private final Desk desk;
    private final Evidence evidence;

    Trial(Desk desk, Evidence evidence) {
        this.desk = desk;
        this.evidence = evidence;
    }

    Desk desk() {
        return desk;
    }

    void check(List<Question> questions) {
        List<Index> indexes = Index.all(desk);
        List<Plan> with = plans(questions);
        List<Plan> without = desk.without(indexes, () -> plans(questions));
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            readings.add(new Reading(questions.get(i), with.get(i), without.get(i)));
        }
        readings.forEach(
                reading -> evidence.text("plans for " + reading.question().who(), reading.bothPlans()));
        Reading worst = readings.stream()
                .max(Comparator.comparingDouble(Reading::share))
                .orElseThrow(() -> new IllegalStateException("nobody to ask for was found"));
        if (!worst.isCheap()) {
            throw worst.failure(readings, indexes);
        }
    }

    private List<Plan> plans(List<Question> questions) {
        return questions.stream().map(question -> Plan.of(desk, question.sql())).toList();
    }
}
