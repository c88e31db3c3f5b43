package dev.lexlab.graders.postgres.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lexlab.lab.result.Feedback;
import dev.lexlab.lab.text.Untrusted;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Question QUESTION = new Question("the oldest 3", "SELECT 1", "", "SELECT 1");

    @Test
    void isCheapFromATwentiethOn() {
        assertThat(reading(36, 728).isCheap()).isTrue();
        assertThat(reading(37, 728).isCheap()).isFalse();
    }

    @Test
    void saysWhatWasReadAndWhatMayBe() {
        Reading worst = reading(37, 728);
        Feedback feedback =
                worst.failure(List.of(reading(12, 728), worst), List.of()).feedback();

        assertThat(feedback.summary())
                .isEqualTo("the query for the oldest 3 reads 37 buffers (the worst of 2 that were asked)");
        assertThat(feedback.expected())
                .map(Untrusted::value)
                .contains("at most 36: without your indexes it reads 728, and 20 times fewer are wanted");
        assertThat(feedback.seen()).map(Untrusted::value).contains("""
                        no step of the plan reads a table
                        the oldest 3: 12 buffers, 728 without your indexes
                        the oldest 3: 37 buffers, 728 without your indexes
                          -> Result (expected rows=0, actual rows=0, buffers=37)""");
        assertThat(feedback.next()).isPresent();
    }

    private static Reading reading(long with, long without) {
        return new Reading(QUESTION, plan(with), plan(without));
    }

    private static Plan plan(long buffers) {
        return new Plan(List.of(Step.of("Result").reading(buffers).node()));
    }
}
