package dev.lexlab.graders.postgres.blockers;

import dev.lexlab.check.author.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A root blocker with a wrong number behind it. */
record CountMiss(Scene scene, Row row) {

    /** The one that is easiest to see, and the same whatever the order of rows; empty where all numbers are right. */
    static Optional<CountMiss> furthest(Scene scene, List<Row> rows) {
        return rows.stream()
                .map(row -> new CountMiss(scene, row))
                .filter(miss -> miss.off() > 0)
                .min(Comparator.comparingLong((CountMiss miss) -> -miss.off())
                        .thenComparing(miss -> miss.row().name()));
    }

    private long off() {
        return Math.abs(row.waiting() - scene.behind(row.name()).size());
    }

    Failure failure() {
        Set<String> behind = scene.behind(row.name());
        String diagnosis = diagnosis();
        Failure failure = Failure.of("not as many sessions wait behind a root blocker as the answer says")
                .expected(row.name() + ": " + behind.size() + " (" + Naming.inWords(behind) + ")")
                .seen(row.name() + ": " + row.waiting())
                .reproduce(Replay.of(scene.around(Set.of(row.name()))).asking(Question.ROOT_BLOCKERS.named()));
        return diagnosis.isEmpty()
                ? failure.next(
                                "Count the sessions that wait behind it, directly or behind each other, each of them once.")
                        .read("lock")
                : failure.diagnose(diagnosis);
    }

    String diagnosis() {
        int right = scene.behind(row.name()).size();
        if (row.waiting() > right) {
            // There is one way only to the reader, so nobody is counted twice behind it.
            return row.name().equals(Scenes.READER_BESIDE_BUILDER) ? "counts-bystanders" : "counted-twice";
        }
        return row.waiting() == scene.directlyBehind(row.name()) ? "only-direct-waiters" : "";
    }
}
