package dev.lexlab.site.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void theMedianIsInTheMiddleOrHalfWayBetween() {
        assertThat(new Sample(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2.0);
        assertThat(new Sample(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3.0);
    }

    @Test
    void aPercentileIsTheLeastThatSoManyDoNotExceed() {
        Sample forty = new Sample(
                IntStream.rangeClosed(1, 40).mapToObj(Double::valueOf).toList());

        assertThat(forty.percentile(95)).isEqualTo(38.0);
        assertThat(forty.percentile(96)).isEqualTo(39.0);
        assertThat(forty.percentile(100)).isEqualTo(40.0);
        assertThat(new Sample(List.of(5.0)).percentile(95)).isEqualTo(5.0);
    }

    @Test
    void knowsItsEnds() {
        Sample sample = new Sample(List.of(3.0, 1.0, 2.0)).dividedBy(2);

        assertThat(sample.least()).isEqualTo(0.5);
        assertThat(sample.most()).isEqualTo(1.5);
    }

    @Test
    void nothingIsNoSample() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(List.of()));
    }
}
