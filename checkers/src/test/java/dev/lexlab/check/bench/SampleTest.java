package dev.lexlab.check.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lexlab.check.bench.Row.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void theMedianIsTheOneInTheMiddleWhateverTheOrder() {
        assertThat(new Sample(List.of(9.0, 1.0, 4.0)).median()).isEqualTo(4.0);
        assertThat(new Sample(List.of(7.0)).median()).isEqualTo(7.0);
    }

    @Test
    void ofAnEvenNumberTheMedianIsHalfWayBetweenTheTwoInTheMiddle() {
        assertThat(new Sample(List.of(9.0, 1.0, 4.0, 5.0)).median()).isEqualTo(4.5);
    }

    @Test
    void theLeastAndTheMostAreTold() {
        Sample sample = new Sample(List.of(9.0, 1.0, 4.0));

        assertThat(sample.least()).isEqualTo(1.0);
        assertThat(sample.most()).isEqualTo(9.0);
    }

    @Test
    void nothingMeasuredIsNoSample() {
        assertThatThrownBy(() -> new Sample(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing was measured");
    }

    @Test
    void theRatioIsThatOfTheMedians() {
        Figures figures = new Figures(new Sample(List.of(30.0, 10.0, 99.0)), new Sample(List.of(20.0)), "");

        assertThat(figures.ratio()).isEqualTo(1.5);
    }

    @Test
    void aGoalHoldsForTheMedianAndIsMetWhereItIsJustReached() {
        Sample measured = new Sample(List.of(1.0, 20.0, 500.0));
        Sample reference = new Sample(List.of(5.0));

        assertThat(Goal.within(20).isMet(measured, reference)).isTrue();
        assertThat(Goal.within(19).isMet(measured, reference)).isFalse();
        assertThat(Goal.beyondReference(15).isMet(measured, reference)).isTrue();
        assertThat(Goal.beyondReference(14).isMet(measured, reference)).isFalse();
    }
}
