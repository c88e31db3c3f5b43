package dev.lexlab.lab.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

    @Test
    void findsTheNearestWord() {
        assertThat(DidYouMean.hint("worekr", List.of("broker", "worker"))).isEqualTo("did you mean 'worker'?");
    }

    @Test
    void listsAFewKnownWordsWhenNoneIsNear() {
        assertThat(DidYouMean.hint("xyz", List.of("queue", "exchange"))).isEqualTo("known: exchange, queue");
    }

    @Test
    void countsASwapAsOneStep() {
        assertThat(DidYouMean.distance("abcd", "acbd")).isEqualTo(1);
    }
}
