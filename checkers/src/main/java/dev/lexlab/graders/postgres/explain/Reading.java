package dev.lexlab.graders.postgres.explain;

import dev.lexlab.check.author.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one question read.
 *
 * @param with a learner's indexes
 * @param without them
 */
record Reading(Question question, Plan with, Plan without) {
    static final int TIMES_FEWER = 20;

    boolean isCheap() {
        return with.buffers() * TIMES_FEWER <= without.buffers();
    }

    double share() {
        return (double) with.buffers() / without.buffers();
    }

    String bothPlans() {
        return "with your indexes: " + with.buffers() + " buffers\n" + with.text() + "\n\nwithout them: "
                + without.buffers() + " buffers\n" + without.text();
    }

    Failure failure(List<Reading> all, List<Index> indexes) {
        String each = all.stream().map(Reading::figures).collect(Collectors.joining("\n"));
        Optional<Mistake> mistake = Mistake.in(with, indexes);
        Failure failure = Failure.of("the query for " + question.who() + " reads " + with.buffers() + " buffers"
                        + (all.size() > 1 ? " (the worst of " + all.size() + " that were asked)" : ""))
                .expected("at most " + without.buffers() / TIMES_FEWER + ": without your indexes it reads "
                        + without.buffers() + ", and " + TIMES_FEWER + " times fewer are wanted")
                .seen(mistake.map(this::step).orElse("no step of the plan reads a table") + "\n" + each + "\n"
                        + with.text())
                .reproduce(question.reproduce());
        String diagnosis = mistake.map(Mistake::diagnosis).orElse("");
        return diagnosis.isEmpty()
                ? failure.next("Look for the step with most buffers, and ask which rows it reads that are not needed")
                        .read("explain")
                : failure.diagnose(diagnosis);
    }

    /** First of all, since a terminal shows little more than the first lines. */
    private String step(Mistake mistake) {
        boolean isCostliest = with.costliest().filter(mistake.step()::equals).isPresent();
        return (isCostliest ? "most of it in: " : "it begins with: ")
                + mistake.step().line().strip();
    }

    private String figures() {
        return question.who() + ": " + with.buffers() + " buffers, " + without.buffers() + " without your indexes";
    }
}
