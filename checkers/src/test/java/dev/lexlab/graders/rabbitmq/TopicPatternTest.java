package dev.lexlab.graders.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPatternTest {

    @ParameterizedTest
    @CsvSource({
        "north.#, north, true",
        "north.#, north.van.left, true",
        "north.#, northern.van, false",
        "north.*, north, false",
        "north.*, north.van, true",
        "north.*, north.van.left, false",
        "*.parcel.#, east.parcel, true",
        "*.parcel.#, parcel, false",
        "*.parcel.#, east.van.parcel, false",
        "#.late.#, late, true",
        "#.late.#, east.late.van.late.x, true",
        "#.late.#, east.later, false",
        "#.*, east, true",
        "#, east.van, true",
        "*.*, east.van, true",
        "*.*, east, false",
    })
    void comparesWordByWord(String pattern, String key, boolean matches) {
        assertThat(new TopicPattern(pattern).matches(key)).isEqualTo(matches);
    }
}
