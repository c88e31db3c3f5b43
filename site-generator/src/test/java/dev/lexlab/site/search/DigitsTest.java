package dev.lexlab.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({"0, A", "25, Z", "26, a", "31, f", "32, gB", "33, hB", "1023, _f", "1024, ggB"})
    void theLeastFiveBitsComeFirst(int number, String digits) {
        StringBuilder out = new StringBuilder();
        Digits.append(out, number);
        assertThat(out).hasToString(digits);
    }
}
