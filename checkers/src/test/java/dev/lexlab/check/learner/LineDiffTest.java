package dev.lexlab.check.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void marksWhatGoesAndComesWithSomeLinesAround() {
        List<String> before = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9");
        List<String> after = List.of("1", "2", "3", "4", "five", "5b", "6", "7", "8", "9");

        assertThat(LineDiff.of(before, after))
                .containsExactly("…", "  2", "  3", "  4", "- 5", "+ five", "+ 5b", "  6", "  7", "  8", "…");
    }

    @Test
    void equalTextsHaveNoDifference() {
        assertThat(LineDiff.of(List.of("1", "2"), List.of("1", "2"))).containsExactly("…");
    }

    @Test
    void linesAtBothEndsAreSeen() {
        assertThat(LineDiff.of(List.of("b"), List.of("a", "b", "c"))).containsExactly("+ a", "  b", "+ c");
        assertThat(LineDiff.of(List.of(), List.of("a"))).containsExactly("+ a");
    }
}
